"""What a person sees and presses; one module per noun."""
