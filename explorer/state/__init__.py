"""What a reader did: the steps to a picture, what is selected in it, and both in the address."""
