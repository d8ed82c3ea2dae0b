"""What the program knows about teaching: plain data in and out, no messenger, no texts."""
