"""What is wrong with a setting, in words."""


class BadSetting(Exception):
    """A variable that cannot be used as it is; says what to write."""

    def __init__(self, variable: str, value: str, advice: str) -> None:
        super().__init__(f"{variable} is '{value}': {advice}")
