"""What a body leaves on file: biometric records, and pictures of the person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from carelevel.lint.patterns import Rule, rule, table
from carelevel.lint.prose import DIGIT
from carelevel.lint.word_lists import WordLists

_OUT = "leave it out: nobody learns from it"
_FILED = r"(?:on file|on record|taken|stored|kept|in the (?:file|system|database|record))"
_WHOSE = (
    r"(?:the (?:patient|client|person|resident)|(?:his|her|their) (?:own )?face"
    r"|(?:him|her|them|my)sel(?:f|ves)|(?:him|her|them)(?=[.,;:!?)]|$| (?:is|was|in|on|at|with|from"
    r"|for|holding|nodding)\b))"
)

_PICTURE_FILE = (
    r"(?:\b(?:photo(?:graph)?|pic(?:ture)?|image|selfie|headshot|snapshot|video|scan)s?\b[^.;\n]{0,40}?)?"
    r"(?<![\w/.@-])[\w-]{2,60}\.(?:jpe?g|png|heic|gif|tiff?|bmp|webp|mp4|mov|avi)\b"
)
_BIOMETRIC_NUMBER = (
    r"\b(?i:(?:thumb|finger|palm|hand|voice|face)[- ]?prints?|(?:retinal?|iris|facial|face|palm|finger|thumb|vein|hand)"
    r" (?:scans?|templates?|ids?|vein templates?)|biometrics?(?: \w+)?)\b[^.;\n]{0,40}?"
    r"\b(?=[A-Z\d-]{0,14}\d{2})(?:[A-Z]{1,6}-?)+[A-Z\d-]{2,16}(?!\w)"
)
_biometric = partial(rule, "identifier/biometric", _OUT)
_photo = partial(rule, "identifier/photo", _OUT)


@table
def likenesses(_lists: WordLists) -> Iterator[Rule]:
    """Fingerprints and the like on record, and pictures of the person."""
    yield from (
        _photo("jpg jpeg png heic gif tif tiff bmp webp mp4 mov avi", _PICTURE_FILE),
        _biometric(
            "thumbprint fingerprint palmprint handprint print prints scan template vein iris retina retinal voiceprint"
            " faceprint biometric biometrics face finger thumb palm",
            _BIOMETRIC_NUMBER,
            cased=True,
            beside=DIGIT,
        ),
        _biometric(
            "fingerprint fingerprints handprint handprints palmprint palmprints",
            rf"\b(?:finger|hand|palm) ?prints? (?:(?:is|are|were|was|have been) )?{_FILED}\b",
        ),
        _biometric("fingerprinted", r"\bfingerprinted\b"),
        _biometric(
            "thumbprint thumbprints thumb finger fingerprint fingerprints palm palmprint hand",
            r"\b(?:thumb|finger|palm|hand|foot|ear)[- ]?prints?\b(?! (?:dusting|powder|all over|cookies?|art|of"
            r" (?:jam|flour|paint)))(?=[^.;]{0,60}\b(?:taken|scan\w*|reader|lock|login|clock|window|file|database"
            r"|system|match\w*|enroll\w*|stored|record\w*|unlock\w*|dosing|dispens\w*|opens?|sign|check|police"
            r"|jail|card|id|kiosk|gate|door|submitted|booking|on)\b)"
            r"|\b(?:his|her|their|client[’']s|patient[’']s) (?P<its>(?:finger|thumb|palm|hand)[- ]?prints?)\b(?!"
            r" (?:are|were|is|was)? ?(?:all over|on (?:the|this|that|every)))"
            r"|\b(?:scann?(?:s|ed|ing)?|reads?|takes?|took|taking|gave|rolled|stored|uses|used|with|by) (?:(?:his"
            r"|her|their|a|the|my) )?(?P<it>(?:thumb|finger|palm|hand)[- ]?prints?)\b",
        ),
        _biometric(
            "prints",
            r"\b(?:took|taken|take|takes|rolled|ran|run|runs|has|have|had|gave|lifted|matched|stored|submitted)"
            r" (?:(?:his|her|their|the|full|a set of|set of|both) )?(?P<it>prints(?: and (?:a )?palms?)?|set of"
            r" prints)\b(?! (?:on|of|from) (?:the )?(?:wall|art|canvas))",
        ),
        _biometric(
            "voice speech gait vein veins face",
            r"\b(?:voice|speech|gait|vein|face|heartbeat|keystroke|ear|tongue)[- ]?(?:prints?|id|recognition"
            r"|signature|pattern|match|template|biometrics?|unlock|login|scan)\b",
        ),
        _biometric("biometric biometrics", r"\bbiometrics?\b(?! (?:screening|lab|exam))"),
        _biometric(
            "eye eyes iris retina",
            r"\b(?:eyes?|iris(?:es)?|retinas?)[- ](?:scan(?:ner|s|ned)?|print)\b|\b(?:scann?(?:s|ed|ing)) (?:his"
            r"|her|their) (?:eyes?|iris(?:es)?|retinas?|face|palms?|thumbs?|fingers?)\b",
        ),
        _biometric(
            "dental bite teeth",
            r"\b(?:bite marks?|dental (?:records?|x-rays?|impressions?|charts?)) (?=[^.;]{0,40}\b(?:identif\w+"
            r"|match\w*|file|taken|compared|on))",
        ),
        _biometric(
            "dna genetic genome",
            r"\b(?:dna|genetic|genome) (?:sequence|swabs?|kit|match|testing|database|markers?|fingerprint"
            r"|results?|sequencing|screening|ancestry)\b|(?<!in )\b(?:his|her|their) (?:dna|genome)\b",
        ),
        _biometric(
            "voiceprint voiceprints faceprint gait", r"\b(?:voice|face) ?prints?\b|\bgait (?:recognition|signature)\b"
        ),
        _biometric("retina retinal iris facial face palm", r"\b(?:retinal?|iris|facial|face|palm) scans?\b"),
        _biometric(
            "scan scans scanned",
            r"\bscans? of (?:his|her|their) (?:iris|irises|retina|face|palm|thumb|fingers?|eyes?)\b",
        ),
        _biometric("facial", r"\bfacial recognition\b"),
        _biometric("dna", r"\bdna (?:sample|profile|test|record|swab)s?\b"),
        _photo("mugshot mugshots headshot headshots", r"\b(?:mugshots?|headshots?)\b"),
        _photo(
            "photo photos photograph photographs picture pictures pic pics image images selfie selfies snapshot"
            " portrait screenshot video",
            r"\b(?:photo(?:graph)?|pic(?:ture)?|image|selfie|snapshot|portrait|headshot|screenshot)s? (?:(?:of"
            r"|from) (?:the |his |her |their |a |our )?(?:pt|patient|client|cl|ct|resident|id|license|badge"
            r"|passport|yearbook|booking|face|scars?|tattoos?|wound|arms?|website)\b)(?: (?:is |are )?(?:attached"
            r"|enclosed|below|in (?:the )?(?:chart|file)))?"
            r"|\b(?:attached|enclosed|uploaded|scanned|added|see|saved|taped|clipped|stapled|pasted)(?: is| are"
            r"|:)? (?:a |an |the |his |her |their |two |three |my )?(?:\w+ )?(?:photo(?:graph)?|pic|image|selfie"
            r"|snapshot|portrait|headshot)s?\b"
            r"|\b(?:photo(?:graph)?|pic(?:ture)?|image|selfie|snapshot|portrait)s?\b[^.;]{0,40}\b(?:attached"
            r"|enclosed|uploaded|in (?:the|his|her) (?:chart|file|record|emr|ehr)|on (?:the|her|his) (?:website"
            r"|badge|chart|file|news|flyer|page)|face visible|clipped to|stapled to|taped to|is on file|on file)\b",
        ),
        _photo(
            "photo photos picture pictures pic pics selfie selfies snapshot snapshots screenshot video",
            r"\b(?:photo(?:graph)?|pic(?:ture)?|selfie|snapshot|screenshot|video)s? (?:that |which )?(?:he|she"
            r"|they|client|pt|patient|the client|the patient) (?:sent|took|texted|posted|emailed|shared|uploaded"
            r"|made)\b",
        ),
        _photo(
            "screenshot screenshots screen",
            r"\bscreen ?shots? of (?:his|her|their|the client[’']s|the patient[’']s|[A-Z]\w+[’']s)(?: \w+)?",
        ),
        _photo(
            "still stills frame footage clip video cctv",
            r"\b(?:a |the )?(?:still|frame|clip|footage|video)s? (?:from|of) (?:the |a |his |her )?(?:\w+"
            r" ){0,3}(?:camera|cam|cctv|video|footage|tape|doorbell)\b",
            beside="camera cam cctv video footage tape doorbell",
        ),
        _photo("full-face face-on full", r"\b(?:full[- ]face|face-on)(?: (?:photo(?:graph)?|picture|image|shot)s?)?\b"),
        _photo(
            "photo picture face profile",
            r"\b(?:profile|booking|yearbook|badge|license|wedding|missing-person|school|prom|arrest|class"
            r"|driver'?s license) (?:photo(?:graph)?|pic(?:ture)?|shot|portrait)s?\b",
        ),
        _photo(
            "photo photos picture pictures pic pics selfie selfies",
            r"\b(?:his|her|their|client[’']s|patient[’']s|pt[’']s) (?:\w+ )?(?:photos?|pics?|selfies?|mug"
            r" ?shots?)\b(?=[^.;]{0,40}\b(?:shows?|showed|online|posted|ran|in the (?:paper|news|chart|file)|on"
            r" (?:the|facebook|instagram|every|a)|went|circulat\w+|published|shared|face|wall)\b)",
        ),
        _photo("mug", r"\bmug shots?\b"),
        _photo(
            "selfie selfies",
            r"\b(?:sent|sends?|sending|text(?:ed|s)|emailed|took|takes?|post(?:ed|s)|shared|uploaded|saved|snapped|got)"
            r" (?:me |us |staff |over |in )?(?:(?:a|the|his|her|their|another|two|some|this|that) )?(?:\w+ )?"
            r"(?P<it>selfies?)\b(?! sticks?)|\b(?P<its>selfies?)(?= (?:sent|texted|taken|saved|in the"
            r" (?:chart|file))\b)",
        ),
        _photo(
            "photo picture",
            r"\b(?:photo|picture)[- ]ids?(?: cop(?:y|ies)| cards?| scan)?\b(?=[^.;\n]{0,40}\b(?:copy"
            r"|copies|copied|scann?ed"
            r"|scan|chart|file|filed|attached|tab|stapled|clipped|folder|binder|upload(?:ed)?)\b)"
            r"|\b(?:photo|picture)[- ]id (?:cop(?:y|ies)|scan)\b|\b(?:cop(?:y|ies)|scan|photocopy|image) of "
            r"(?:\w+ ){0,2}(?P<it>(?:photo|picture)[- ]ids?)\b",
        ),
        _photo(
            "picture photo pic photograph likeness",
            r"\b(?:took|takes?|taking|snapped|snap|snaps|shot) (?P<it>(?:his|her|their|the client[’']s|pt[’']s"
            r"|the patient[’']s) (?:picture|photo(?:graph)?|pic|likeness))\b(?! (?:off|down|from|with"
            r" (?:him|her|them)|out))"
            r"|\b(?P<its>(?:his|her|their) (?:picture|likeness)) (?:is|was|ran|went|hangs|hung|appeared) "
            r"(?:in|on|up) (?:the|a|every|our) (?:\w+ )?(?:paper|news|flyer|poster|website|board|wall"
            r"|chart|file|page|bulletin)\b",
        ),
        _photo(
            "face faces",
            r"\b(?:his|her|their) face (?:is |was |ended up |appeared )?(?:on|in|all over) (?:the |a |every |our )?"
            r"(?:[\w’'-]+ )?(?:flyers?|posters?|news|newspaper|paper|billboards?|website|brochure|front page|tv|cover"
            r"|facebook|instagram|mailer|banner)\b",
        ),
        _photo(
            "security surveillance cctv dashcam bodycam camera webcam",
            r"\b(?:security|surveillance|cctv|dash ?cam|body ?cam|camera|webcam) (?:stills?|photos?"
            r"|pictures?|images?|shots?"
            r"|captures?|screenshots?)\b",
        ),
        _photo(
            "polaroid polaroids likeness sketch",
            r"\bpolaroids?(?: (?:of|from) (?:\w+ )?\w+)?(?=[^.;\n]{0,40}\b(?:taped|stapled|clipped"
            r"|attached|chart|file|folder"
            r"|pinned|board|record)\b)|\b(?:sketch|likeness|drawing) of (?:the )?(?:patient|client|pt|suspect)\b",
        ),
        _photo("passport id", r"\b(?:passport|id) (?:photo|photograph|picture)s?\b"),
        _photo(
            "photo photograph photos photographs picture pictures selfie image snapshot portrait"
            " video polaroid pic pics clip",
            rf"\b(?:a |the )?(?:photo(?:graph)?|picture|selfie|image|snapshot|portrait|video|polaroid"
            rf"|pic|clip)s? of {_WHOSE}",
        ),
        _photo(
            "attached enclosed attach enclosing",
            r"\b(?:attached|enclosed) (?:photo(?:graph)?|picture|image)s?\b"
            r"|\b(?:(?:his|her|their|the|a) )?(?:photo(?:graph)?|picture|image)s? "
            r"(?:is|are|was|were) (?:attached|enclosed)\b",
        ),
        _photo(
            "photo photograph picture",
            r"\b(?:his|her|their) (?:photo(?:graph)?|picture) (?:is )?(?:in|on) (?:the|his|her|their) "
            r"(?:file|form|chart|record|folder|website|badge)\b",
        ),
    )
