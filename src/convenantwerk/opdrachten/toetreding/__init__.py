"""`convenant toetreding`: from a request to a declaration bound to the convenant."""
