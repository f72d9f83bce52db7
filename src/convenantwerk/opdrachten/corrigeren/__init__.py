"""`convenant corrigeer`: taking back what was recorded by mistake."""
