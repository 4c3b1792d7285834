"""Looking the machine over for `lodegraph doctor`: what is installed, set, free and left behind; nothing is changed."""
