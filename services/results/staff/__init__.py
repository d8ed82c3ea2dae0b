"""Lists of staff: what is known of service, and never whose it is."""
