// A node without a label, to try whether an account may write.
CREATE (n)
