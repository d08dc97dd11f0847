"""Employers, clinics and schools by name: by what the name ends in, or by the work that is done there."""

from __future__ import annotations

from carelevel.lint.not_names import UNNAMING_WORDS
from carelevel.lint.patterns import ERROR, Find
from carelevel.lint.persons import GIVEN_NAMES
from carelevel.lint.prose import Prose, Run
from carelevel.lint.rules.names import is_no_name
from carelevel.lint.word_lists import words

ENDINGS = words(
    """Inc Incorporated LLC LLP Ltd Limited Corp Corporation Company Co PLC plc GmbH Group Holdings Industries
    Logistics Foods Motors Insurance Roofing Freight Bakery Bakeries Hotel Motel Inn Hospital Clinic
    Infirmary Hospice Surgery Center Centre School Schools University College Academy Institute House
    Recovery Rehab Church Chapel Cathedral Temple Mosque Synagogue Bank Pharmacy Restaurant Diner Cafe
    Café Grill Construction Plumbing Electric Services Systems Partners Sons Brothers Associates
    Solutions Transport Trucking Haulage Airlines Airways Railway Railroad Steel Textiles Mills
    Supermarket Stores Markets Studios Theatre Theater Museum Library Prison Jail Healthcare Health
    Medical Dental Laundry Cleaners Landscaping Security Staffing Brewing Brewery Farms Dairy Nursery
    Orchestra Gazette Times Herald Tribune"""
)
BRANDS = words(
    """Walmart Amazon Starbucks McDonald's McDonald Tesco UPS FedEx Uber Lyft Costco Boeing IKEA Aldi Lidl
    Sainsbury's Sainsbury Asda Walgreens CVS Kroger Safeway Wendy's Wendy Denny's Denny Microsoft Disney
    Greggs Morrisons Tyson Ford Toyota Honda Chrysler Caterpillar Deliveroo DoorDash DHL NHS Argos
    Primark Boots Superdrug Target Subway"""
)
BRAND_PHRASES = frozenset(
    {
        "Burger King",
        "Taco Bell",
        "Pizza Hut",
        "Home Depot",
        "Dollar General",
        "Whole Foods",
        "Best Buy",
        "General Motors",
    }
)
WORK = words(
    """work works worked working job jobs shift shifts desk employed employs hired fired sacked laid notice
    payroll contract apprentice apprenticed manager foreman supervisor boss clerk porter nurse cashier
    teacher teaches taught studies studied enrolled drives drove driving cooks cooked cleans cleaned
    mops mopped sweeps stacks stacked packs packed boxes fits fitted waits waitressed tends guards
    guarded delivers delivered welds welded builds built temp temps career retired retires trains
    trained started starts volunteers interned janitor mechanic waitress waiter driver packer hours
    nights locker uniform pension treated admitted detox rehab patient bed"""
)
PLACES_OF_WORK = words(
    """plant factory warehouse mill depot store stores branch refinery mine shipyard restaurant franchise
    dealership hospital clinic hotel bakery diner supermarket foundry brewery cannery garage yard office
    offices school college university campus company firm"""
)
_AT = frozenset({"at", "for", "from", "by", "with"})
_BEFORE = _AT | {"the"}
_REWORDING = "say what kind of place it is: 'a diner', 'a warehouse', 'a clinic'"


def organisation(prose: Prose, run: Run) -> Find | None:
    """A name that says by itself, or by the noun after it, that it is an organisation's."""
    return _find(prose, run) if _ends_so(run) or _is_firm(prose, run) or _names_noun(prose, run) else None


def workplace(prose: Prose, run: Run) -> Find | None:
    """A name after "at", "for" and the like, with work spoken of before it; or a brand with work before it."""
    if prose.before(run.first) not in _BEFORE and not is_brand(run.name):
        return None
    near = prose.earlier(run.first, 8)
    if WORK.isdisjoint(near):
        return None
    if is_brand(run.name) and run.name not in UNNAMING_WORDS:
        return _find(prose, run)
    bare = near[1:] if near[0] == "the" else near
    if not bare or bare[0] not in _AT or not _may_employ(prose, run):
        return None
    return _find(prose, run)


def is_brand(name: str) -> bool:
    return name in BRANDS or name in BRAND_PHRASES


def _find(prose: Prose, run: Run) -> Find:
    return Find("identifier/employer", ERROR, *prose.at(run), _REWORDING)


def _ends_so(run: Run) -> bool:
    return len(run.names) > 1 and run.names[-1] in ENDINGS and not all(is_no_name(name) for name in run.names[:-1])


def _is_firm(prose: Prose, run: Run) -> bool:
    """ "Kessler & Sons"."""
    start, end = prose.at(run)
    return len(run.names) > 1 and " & " in prose.text[start:end]


def _names_noun(prose: Prose, run: Run) -> bool:
    """ "the Ford plant": an article before, a place of work after."""
    if prose.after(run.last - 1) not in PLACES_OF_WORK or prose.before(run.first) not in ("the", "a", "an"):
        return False
    return is_brand(run.name) or not any(is_no_name(name) for name in run.names)


def _may_employ(prose: Prose, run: Run) -> bool:
    if is_brand(run.name):
        return True
    somebody = len(run.names) == 1 and (run.name in GIVEN_NAMES or run.name in prose.people)
    return not somebody and not any(is_no_name(name) for name in run.names)
