"""What a user asks for, one file each: joins the floors below."""
