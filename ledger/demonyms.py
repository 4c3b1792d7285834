"""Adjectives of countries, which English writes with a capital letter, so that they look like names: Swiss, Brazilian."""

from functools import lru_cache

ADJECTIVES = {
    "AE": "Emirati", "AF": "Afghan", "AL": "Albanian", "AM": "Armenian", "AO": "Angolan",
    "AR": "Argentine|Argentinian|Argentinean", "AT": "Austrian", "AU": "Australian", "AZ": "Azerbaijani",
    "BA": "Bosnian", "BD": "Bangladeshi", "BE": "Belgian", "BF": "Burkinabe", "BG": "Bulgarian", "BH": "Bahraini",
    "BI": "Burundian", "BO": "Bolivian", "BR": "Brazilian", "BW": "Botswanan", "BY": "Belarusian", "CA": "Canadian",
    "CH": "Swiss", "CI": "Ivorian", "CL": "Chilean", "CM": "Cameroonian", "CN": "Chinese", "CO": "Colombian",
    "CU": "Cuban", "CY": "Cypriot", "CZ": "Czech", "DE": "German", "DK": "Danish", "DZ": "Algerian",
    "EC": "Ecuadorian", "EE": "Estonian", "EG": "Egyptian", "ER": "Eritrean", "ES": "Spanish", "ET": "Ethiopian",
    "FI": "Finnish", "FJ": "Fijian", "FR": "French", "GA": "Gabonese", "GB": "British", "GE": "Georgian",
    "GH": "Ghanaian", "GL": "Greenlandic", "GN": "Guinean", "GR": "Greek", "GT": "Guatemalan", "GY": "Guyanese",
    "HN": "Honduran", "HR": "Croatian", "HU": "Hungarian", "ID": "Indonesian", "IE": "Irish", "IL": "Israeli",
    "IN": "Indian", "IQ": "Iraqi", "IR": "Iranian", "IS": "Icelandic", "IT": "Italian", "JM": "Jamaican",
    "JO": "Jordanian", "JP": "Japanese", "KE": "Kenyan", "KG": "Kyrgyz", "KH": "Cambodian", "KP": "North Korean",
    "KR": "South Korean", "KW": "Kuwaiti", "KZ": "Kazakh|Kazakhstani", "LA": "Laotian", "LB": "Lebanese",
    "LK": "Sri Lankan", "LR": "Liberian", "LT": "Lithuanian", "LU": "Luxembourgish", "LV": "Latvian",
    "LY": "Libyan", "MA": "Moroccan", "MD": "Moldovan", "MG": "Malagasy", "MK": "Macedonian", "ML": "Malian",
    "MM": "Burmese", "MN": "Mongolian", "MR": "Mauritanian", "MT": "Maltese", "MW": "Malawian", "MX": "Mexican",
    "MY": "Malaysian", "MZ": "Mozambican", "NA": "Namibian", "NE": "Nigerien", "NG": "Nigerian", "NL": "Dutch",
    "NO": "Norwegian", "NP": "Nepalese|Nepali", "OM": "Omani", "PE": "Peruvian", "PG": "Papuan",
    "PH": "Philippine|Filipino", "PK": "Pakistani", "PL": "Polish", "PT": "Portuguese", "PY": "Paraguayan",
    "QA": "Qatari", "RO": "Romanian", "RS": "Serbian", "RU": "Russian", "RW": "Rwandan", "SA": "Saudi",
    "SD": "Sudanese", "SE": "Swedish", "SG": "Singaporean", "SI": "Slovenian", "SK": "Slovak",
    "SL": "Sierra Leonean", "SN": "Senegalese", "SY": "Syrian", "TH": "Thai", "TJ": "Tajik", "TM": "Turkmen",
    "TN": "Tunisian", "TR": "Turkish", "TW": "Taiwanese", "TZ": "Tanzanian", "UA": "Ukrainian", "UG": "Ugandan",
    "US": "American", "UY": "Uruguayan", "UZ": "Uzbek", "VE": "Venezuelan", "VN": "Vietnamese", "YE": "Yemeni",
    "ZA": "South African", "ZM": "Zambian", "ZW": "Zimbabwean",
}  # fmt: skip
"""By ISO code, several parted by a bar."""


def list_adjectives(code: str) -> tuple[str, ...]:
    """The adjectives of a country; none where English has none, or no other than its name."""
    return tuple(ADJECTIVES.get(code, "").split("|")) if code in ADJECTIVES else ()


def find_code_of_adjective(word: str) -> str | None:
    """The code of the country whose adjective a word is, in its capital letter."""
    return _codes().get(word)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    return {word: code for code, words in ADJECTIVES.items() for word in words.split("|")}
