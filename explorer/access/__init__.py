"""Several people on one server: who may come in, by which way, and with how many pages at once.

`settings` says how the explorer serves, `login_settings` who logs in where; `middleware` looks at every request,
`login_redirect` leads back after log-in, `page_limit` counts pages, and `login_page` is what a visitor meets first.
"""
