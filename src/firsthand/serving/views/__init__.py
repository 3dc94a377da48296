"""What pages show and the API gives: one frozen struct for each kind of page, made from a store by a plain function."""
