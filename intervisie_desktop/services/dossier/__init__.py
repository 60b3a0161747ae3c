"""What an audit file is made of: whom it is about, what is gathered, and what stays private."""
