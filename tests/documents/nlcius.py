"""The fatal rules of NLCIUS 1.0 for Dutch sellers, said in XPath over UBL: which ones are broken.

PyPI has no Schematron of NLCIUS; these say the same of what this program writes. `BR-NL-5` (a tax
representative) and `BR-NL-13` (order lines) are about parts that it never writes.
"""

from __future__ import annotations

from lxml import etree

SPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
SELLER, BUYER = "//cac:AccountingSupplierParty/cac:Party", "//cac:AccountingCustomerParty/cac:Party"
NUMBER = (
    "cac:PartyLegalEntity/cbc:CompanyID[@schemeID='0106' or @schemeID='0190'][normalize-space()]"
)
ADDRESS = "cac:PostalAddress[cbc:StreetName and cbc:CityName and cbc:PostalZone]"
DUTCH = "cac:PostalAddress/cac:Country/cbc:IdentificationCode = 'NL'"
TYPE = "(//cbc:InvoiceTypeCode | //cbc:CreditNoteTypeCode)"
RULES = {
    "BR-NL-1": f"{SELLER}/{NUMBER}",
    "BR-NL-2": "//cbc:BuyerReference or //cac:OrderReference/cbc:ID",
    "BR-NL-3": f"{SELLER}/{ADDRESS}",
    "BR-NL-4": f"not({BUYER}/{DUTCH}) or {BUYER}/{ADDRESS}",
    "BR-NL-7": f"{TYPE} = '380' or {TYPE} = '381' or {TYPE} = '384' or {TYPE} = '389'",
    "BR-NL-8": f"({TYPE} = '381') = (local-name(/*) = 'CreditNote')",
    "BR-NL-9": f"not({TYPE} = '384') or //cac:BillingReference//cbc:ID",
    "BR-NL-10": f"not({BUYER}/{DUTCH}) or {BUYER}/{NUMBER}",
    "BR-NL-11": "local-name(/*) = 'CreditNote' or //cbc:PayableAmount <= 0"
                " or //cac:PaymentMeans/cac:PayeeFinancialAccount",
    "BR-NL-12": "not(//cbc:PaymentMeansCode[not(. = '30' or . = '48' or . = '49' or . = '57'"
                " or . = '58' or . = '59')])",
}  # fmt: skip


def broken(xml: bytes) -> set[str]:
    """The rules that this UBL breaks."""
    root = etree.fromstring(xml)
    return {
        name
        for name, rule in RULES.items()
        if not root.xpath(f"boolean({rule})", namespaces=SPACES)
    }
