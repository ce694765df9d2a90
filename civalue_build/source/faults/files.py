"""Faults of the files in a case's folder, and of the tables and pictures among them."""

from civalue_build.model.enums import Level
from civalue_build.source.faults.doc import fault

CASE_FILE_MISSING = fault(
    1,
    "case-file-missing",
    "The folder has no case.md that can be read.",
    """Each case is a folder of its own below cases/, and its text is in a file named case.md, in
    small letters. Rename or add the file.""",
)
FILE_TOO_LARGE = fault(
    2,
    "file-too-large",
    "A file is larger than the library takes.",
    """A case.md may have 512 kB, a table 2 MB and a picture 4 MB; a folder may have a hundred
    files and 20 MB. Shorten the text, leave out rows that no chart needs, or save the picture
    smaller.""",
)
NOT_UTF_8 = fault(
    3,
    "not-utf-8",
    "A text file is not saved as UTF-8.",
    """Some letter in the file was saved in an older encoding, so a pound sign or an accent could
    turn into another character. Save the file again and choose UTF-8 (in Excel: CSV UTF-8).""",
)
HIDDEN_CHARACTER = fault(
    4,
    "hidden-character",
    "The text holds a character that nobody can see.",
    """Control characters, marks that turn the direction of writing, and characters of no width can
    hide words or make a reviewer read something else than what is there. They often come along
    when text is pasted. Delete the character; retyping the words around it also helps.""",
)
LINE_TOO_LONG = fault(
    5,
    "line-too-long",
    "A line is longer than 10,000 characters.",
    """Very long lines cannot be reviewed, so a file that has one is not read. Break the text into
    paragraphs.""",
)
NOT_A_PLAIN_FILE = fault(
    6,
    "not-a-plain-file",
    "Something in the folder is a link, a folder or a device instead of a file.",
    """Only ordinary files directly in the case's folder are read. Put the file itself there in
    place of a link to it.""",
)
NAMES_COLLIDE = fault(
    7,
    "names-collide",
    "Two files have the same name but for capital letters or the way accents are stored.",
    """On Windows and on a Mac the two names are one file. Rename one of them.""",
)
FOLDER_NAME_NOT_USABLE = fault(
    8,
    "folder-name-not-usable",
    "The folder's name cannot be an address.",
    """The name of the folder becomes the address of the page. Use small letters a to z, digits and
    single hyphens, at most 80 characters: skin-check-rounds. Names that Windows keeps for devices,
    such as con, aux or com1, cannot be used.""",
)
FILE_NOT_USED = fault(
    9,
    "file-not-used",
    "A file in the folder is not used by the case.",
    """Tables (.csv) are used when the front matter names them, pictures (.png, .jpg, .webp) when
    the text shows them. Nothing else is published. Name the file where it belongs, or delete
    it.""",
    Level.ADVICE,
)
TOO_MANY_FAULTS = fault(
    32,
    "too-many-faults",
    "There are more faults than are shown.",
    """Only the first two hundred faults of a case are listed. Mend those and check again.""",
)
FILE_NOT_FOUND = fault(
    41,
    "file-not-found",
    "A file that the case names is not in its folder.",
    """Tables and pictures are named by their bare file name and stand in the folder of the case.
    Add the file, mend its name, or remove the mention. Files elsewhere are never read.""",
)
TABLE_NOT_READABLE = fault(
    42,
    "table-not-readable",
    "A table does not have the columns that it must have.",
    """A series has the header date,value and after that, if wanted, denominator and note. A ledger
    has the header month,line,plan,actual. Bands of what patients cost have from,to,before,after,
    and no row of them is one patient. Columns are parted by commas, semicolons or tabs, and
    each row has as many fields as the header. A workbook (.xlsx) is saved as CSV UTF-8 first.""",
)
TABLE_VALUE_NOT_READABLE = fault(
    43,
    "table-value-not-readable",
    "A field of a table is not the date or number that belongs there.",
    """Dates are written 2023-04 or 2023-04-01. Dates that a spreadsheet wrote in another way are
    told with what they probably mean: format the column as yyyy-mm-dd and save again. Numbers are
    written in digits with a point for decimals, without currency signs or units. Thousands may be
    grouped where that can mean one thing only: "1,234" in quotes, or 1 234. Leave a value empty
    where it is missing or too small to be shown, and say so in the note. In bands of what patients
    cost, each count is a whole number: put bands of few people together.""",
)
TABLE_OUT_OF_ORDER = fault(
    44,
    "table-out-of-order",
    "The rows of a table repeat a date, overlap, or are not in order.",
    """Sort the rows by date, oldest first, and keep one row for each date (in a ledger: for each
    month and line). Bands of what patients cost go from the lowest to the highest. Each begins
    where the one above ends, and only the last may have no end.""",
)
SERIES_DOUBTFUL = fault(
    96,
    "series-doubtful",
    "A series reads well, and something in it is probably not meant.",
    """A count, rate or percentage is below zero; a percentage is over 100; numbers become about
    100 or 1,000 times as large or small within the series, as when its unit changes; a per cent
    sign comes and goes; some dates are months and some are days; or a third or more of the months
    are missing. Look at the rows named. Where everything is right, nothing need be done: a
    measure that may be below zero or over 100 can say so in its unit, such as change in per cent,
    or per cent of plan.""",
    Level.GAP,
)
PICTURE_NOT_USABLE = fault(
    45,
    "picture-not-usable",
    "A picture is not a PNG, JPEG or WebP file that can be shown.",
    """Pictures are PNG, JPEG or WebP, at most 4 MB and 16 million pixels (24 million in one case).
    Other kinds, SVG among them, can carry programs and are refused. Save the picture again as PNG.
    Its name has letters a to z, digits, hyphens, dots and underscores: ward-six.png.""",
)
FRAMEWORK_INCOMPLETE = fault(
    95,
    "framework-incomplete",
    "The framework lacks something that cases or checks rely on.",
    """Every word of the format needs its term, every default the file that it names, every check
    its threshold. Add what the message names to the file shown.""",
)
