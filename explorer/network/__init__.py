"""What the network page shows: the steps of a reader, and the picture that they lead to."""
