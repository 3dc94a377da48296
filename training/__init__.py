"""How the model is made. The package never imports this."""
