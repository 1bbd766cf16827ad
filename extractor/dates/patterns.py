"""The written forms of time expressions as compiled patterns, one a family, built from named pieces of the lexicon.

A match's `lead` is what only a news story takes into the mention (article, quantifier); the mention of a release begins behind it.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.dates.words import GAP, alternatives, lexicon, modifiers, months, names, weekdays

G = GAP
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[,.]\d|[-–/]\d{3})"
DAY = r"(?:0?[1-9]|[12]\d|3[0-9])(?!\d|[,.]\d)"
_NO_COLUMNS = r"(?![ \t]?\n[ \t]*\d{4}[ ]{2,}(?:19|20)\d\d)"  # a line of years below a heading belongs to a table's columns
ORD = r"(?:st|nd|rd|th)?(?![^\W_])"
SHORT = r"['’‘]\d\d(?!\d)"
_UNIT = r"(?:second|minute|hour|day|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPOKEN = rf"(?:(?:{_TENS})(?:(?:-|{G})(?:{_SMALL}))?|{_SMALL}|dozen)(?:{G}(?:hundred|thousand))?|a{G}(?:hundred|thousand|dozen)"
_WORLD_TIME = "GMT|UTC|BST|CEST|CET|HKT|SGT|JST"  # "1115 GMT": zones that stand behind hours without a sign between
_SPELT_YEAR = rf"(?:(?:nineteen|twenty){G}(?:{_TENS})(?:-(?:{_SMALL}))?|twenty{G}(?:ten|eleven|twelve|\w+teen)|two{G}thousand(?:{G}and)?(?:{G}(?:{_SMALL}|(?:{_TENS})(?:-(?:{_SMALL}))?))?)(?![\w-])"
_VAGUE = rf"(?:a{G}(?:couple(?:{G}of)?|few|number{G}of)|couple{G}of|several|many|few|dozens{G}of)"
_NUM = rf"(?:(?:(?:a{G}|three(?:-|{G}))?quarters?{G}of{G}an?)|(?:\d{{1,2}}|{_SMALL}){G}and{G}a{G}half(?={G})|\d{{1,3}}(?:,\d{{3}}|\.\d{{1,2}})?(?:{G}\d/\d)?(?![\d/]|[.,]\d)|{_SPOKEN}|{_VAGUE}|half{G}an?|an?)"
_FISCAL = r"(?:fiscal|financial)"
_RELYEAR = rf"(?:(?:this|last|next|the{G}(?:current|previous|prior|same|following|next|last|past)|that|the|current|previous|prior){G}(?:{_FISCAL}{G})?year)"


@cache
def _quantifiers() -> str:
    words = tuple(
        word for word in modifiers("outside") if word != "over"
    )  # "over the weekend", "over three years" say how long, "over a week" more than
    return rf"(?:(?:{alternatives(words)}){G}|over{G}(?=an?{G}))"


@cache
def _lead() -> str:
    return rf"(?P<lead>(?i:(?:{_quantifiers()})?(?:the{G})?))"


@cache
def _mod() -> str:
    of = rf"(?:end|close|beginning|start|middle){G}of{G}(?:the{G}(?!year|month|week|quarter|day)|the{G})?"
    counted = "".join(rf"(?<!{unit}\s)" for unit in ("year", "years", "quarter", "month", "months", "week", "weeks", "day", "days"))
    return rf"(?P<mod>(?i:{of}|end-|(?:early|late|{counted}(?:earlier|later))(?:{G}in)?(?:{G}the(?={G}(?:year|month|week|day|quarter)))?(?:-\n?|{G})|(?:the{G})?mid(?:-\n?|{G}|dle{G}of{G}(?:the{G})?)))?"


@cache
def absolute() -> re.Pattern[str]:
    """Days and months: "Friday, Sept. 3, 2025", "3-5 May 2025", "March 31, 2024 and 2023", "the middle of October", "January this year"."""
    m, w = months(), weekdays()
    to = r"[ ]?(?:-|–|—|/)[ ]?"
    rel = rf"(?P<rel>(?i:(?:this|last|next|the{G}following|the{G}previous|this{G}past|this{G}coming|this{G}coming|the{G}past){G}))?"
    spoken = names("day")
    first = (
        rf"(?P<weekof>(?i:week{G}(?:of|beginning|starting|commencing){G}(?:the{G})?))?(?:(?P<wd>{w}),?{G}(?:the{G})?)?(?:"
        rf"(?P<m>{m}){G}?(?P<d>{DAY})(?P<o>{ORD})(?:{to}(?:(?P<m2>{m}){G})?(?P<d2>{DAY}){ORD})?"
        rf"(?:,?{_NO_COLUMNS}{G}(?P<y>{YEAR})|,?{G}?(?P<ys>{SHORT})|,?{G}(?P<ry>{_RELYEAR}))?"
        rf"|(?P<n>{DAY})(?:st|nd|rd|th)?\.?(?:{to}(?P<n2>{DAY})(?:st|nd|rd|th)?)?(?:{G}(?:day{G})?of)?[ \n-](?P<nm>{m})(?:,?[ \n-](?P<ny>{YEAR})|{G}(?P<nys>{SHORT})|,?{G}(?P<nry>{_RELYEAR}))?"
        rf"|(?P<wm>{m}){G}(?:the{G})?(?P<word>(?:twenty[- ]|thirty[- ])?(?:{spoken}|first|second|third|fourth))(?![\w-])(?:,?{G}(?P<wy>{YEAR})|,?{G}(?P<wword>{_SPELT_YEAR}))?"
        rf"|(?P<spelt>(?i:(?:twenty[- ]|thirty[- ])?(?:{spoken}|first|second|third|fourth))){G}(?:day{G})?of{G}(?P<om>{m})(?:,?{G}(?P<oy>{YEAR})|,?{G}(?P<oword>{_SPELT_YEAR}))?"
        rf")"
    )
    month = (
        rf"(?P<bm>{m})(?:(?:{to}|{G}through{G}(?={m}{G}{YEAR}))(?P<bm2>{m}))?(?:(?:,|{G}of)?{G}(?P<by>{YEAR})|{G}?(?P<bys>{SHORT})|,?(?:{G}of)?{G}(?P<bry>{_RELYEAR})"
        rf"|{G}(?P<bword>{_SPELT_YEAR}))?"
    )
    return re.compile(rf"(?<![\w$€£¥.,])(?<!(?<!-)-){_lead()}{_mod()}{rel}(?:{first}|{month})(?![\w]|-[A-Z])")


@cache
def numeric() -> re.Pattern[str]:
    """Days in figures: "2025-06-17", "2025/06/17", "17.06.2025", "06/17/25"; a clock time behind an ISO day belongs to it."""
    return re.compile(
        r"(?<![\w$€£¥.,/:+-])(?:(?P<y>(?:1[6-9]|20)\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:(?:T|[ ]{1,2})(?P<clock>[0-2]?\d:[0-5]\d(?::[0-5]\d)?)(?:Z|[+-]\d\d:?\d\d)?)?"
        r"|(?P<a>\d{1,2})(?P<t>[-/.])(?P<b>\d{1,2})(?P=t)(?P<e>(?:1[6-9]|20)\d\d|\d\d))(?![\w/%]|[.,-]\d)"
    )


@cache
def written() -> re.Pattern[str]:
    """Rare orders of a full day, and lengths of two units: "2025 June 17", "17/Jun/2025", "17th, June 2025", "June 17th of 2025", "2 years and 3 months ago"."""
    m = months()
    return re.compile(
        rf"(?<![\w$€£.,/:-])(?P<lead>)(?:(?P<y>{YEAR}){G}(?P<m>{m}){G}(?P<d>{DAY})(?![\w–-])|(?P<d2>{DAY})/(?P<m2>{m})/(?P<y2>{YEAR})|(?P<m3>{m})(?P<s>[-/])(?P<d3>{DAY})(?P=s)(?P<y3>{YEAR})"
        rf"|(?P<d4>{DAY})(?:st|nd|rd|th),{G}(?P<m4>{m}),?{G}(?P<y4>{YEAR})|(?P<m5>{m}){G}(?P<d5>{DAY}){ORD}{G}of{G}(?P<y5>{YEAR})"
        rf"|(?P<ny>\d{{1,2}}){G}years?(?:,|{G}and|,{G}and){G}(?P<nm>\d{{1,2}}){G}months?{G}ago)(?![\w/])"
    )


@cache
def year() -> re.Pattern[str]:
    """Years and their ranges: "2024", "2019-2023", "2024/25", "mid-1996", "the 1988 period", "1994 or later"."""
    return re.compile(
        rf"(?<![\w$€£¥.,/:#+&’'-]){_lead()}(?P<mod>(?i:(?:end|close|beginning|start|middle){G}of{G}|(?:early|late|earlier|later)(?:{G}in)?(?:-|{G})|mid(?:-|{G})?|end-|year-end{G}|post-|pre-))?"
        rf"(?:(?P<fy>(?i:fiscal(?:{G}year)?|financial{G}year|FY)){G}?)?"
        rf"(?P<y>(?:(?:1[5-9]|20)\d\d(?=[ ]?[-–—/][ ]?(?:1[5-9]|20)?\d\d(?![\d%]))|{YEAR}))(?:[ ]?[-–—/][ ]?(?P<y2>{YEAR}|\d\d(?!\d|[,.%]\d|%)))?(?P<tail>{G}(?i:or{G}later|and{G}beyond|season|{_FISCAL}{G}year|period|quarter)(?![\w]))?(?![\w%]|-[a-z0-9]|[./]\d)"
        rf"|(?<![\w-])(?P<fylead>(?i:the{G})?)(?P<fyonly>FY[ ]?['’]?(?P<fys>\d\d)(?:[/-](?P<fys2>\d\d))?|(?i:fiscal|financial{G}year)[ ]['’](?P<fys3>\d\d))(?![\w])"
        rf"|(?<=[\s(])(?P<apos>{SHORT})(?![\w])"
        rf"|(?<![\w-])(?P<wlead>(?i:the{G})?)(?P<spoken>(?i:(?:the{G})?year{G}two{G}thousand|nineteen{G}(?:{_TENS})(?:-(?:{_SMALL}))?))(?![\w-])"
    )


@cache
def decade() -> re.Pattern[str]:
    """Decades and centuries: "the late 1970s", "'80s", "the nineties", "the 20th century"."""
    return re.compile(
        rf"(?<![\w$€£.,-]){_lead()}(?P<mod>(?i:(?:the{G})?(?:(?:last|first){G}half{G}of{G}the{G}|early|late|mid)(?:-|{G})?(?:to{G}late(?:-|{G}))?))?"
        rf"(?:(?P<y>(?:1[5-9]|20)\d0)['’]?s|['’‘](?P<s>\d0)s|(?P<w>(?i:{names('decade')}))(?={G}|[,.;])|(?P<c>\d{{1,2}})(?:st|nd|rd|th)(?:-|{G})(?i:century))(?![\w])"
    )


@cache
def weekday() -> re.Pattern[str]:
    """Weekdays and parts of days: "last Friday", "Thursday evening", "early Tuesday", "this morning", "Tuesday nights"."""
    part = rf"(?:{names('part')})"
    rel = rf"(?P<rel>(?i:last|next|this{G}coming|this{G}past|this|the{G}following|the{G}previous|each|every))"
    return re.compile(
        rf"(?<![\w-])(?P<lead>(?i:the{G})?)(?P<mod>(?i:early|late|earlier|later|mid)(?:{G}on)?(?:-|{G}))?(?:{rel}{G})?(?:(?P<pl>(?:{names('weekday')})s)(?![^\W_])|(?P<wd>{weekdays()}))(?:{G}(?P<part>{part})(?P<parts>s)?)?(?![\w]|-[A-Z])"
        rf"|(?<![\w-])(?P<qlead>)(?P<qmod>(?i:early|late|mid)(?:-\n?|{G}))(?P<qpart>{part}){G}(?:on{G})?(?P<qday>(?i:today|yesterday|tomorrow)|(?:{names('weekday')}))(?![\w]|-[A-Z])"
        rf"|(?<![\w-])(?P<plead>)(?P<pmod>(?i:early|late|earlier|later|mid)(?:-|{G}))?(?P<prel>(?i:this|tomorrow|yesterday|the{G}next|the{G}following|the{G}previous|that|mid)(?:-\n?|{G}))(?P<ppart>{part})(?![\w])"
        rf"|(?<=\b[Ii]n[ \n])(?P<dlead>(?i:the{G}))(?P<dpart>morning|afternoon|evening)(?![\w])(?!{G}of\b)"
        rf"|(?<![\w-])(?P<xlead>)(?P<xmod>(?i:early|late|earlier|later|mid-(?:morning|afternoon)){G})(?P<xday>(?i:today|yesterday|tomorrow))(?![\w])"
    )


@cache
def duration() -> re.Pattern[str]:
    """Counted units: "nearly two years", "three-year", "the past nine months", "six weeks later", "two to three weeks", "a minute and a half"."""
    rel = rf"(?P<rel>(?i:last|past|next|coming|first|previous|preceding|following|final|latest|another|additional|(?:each|every)(?:{G}of{G}the{G}(?:past|last|next))?|prior|year-earlier|year-ago|that|these|remaining){G})?"
    lead = rf"(?P<lead>(?i:(?:{_quantifiers()})?(?:the{G}|an{G}(?=additional))?))"
    adj = rf"(?:(?:more|full|consecutive|straight|trading|business|calendar|working|whole|long|additional){G})?"
    round_ = r"(?<=first\s)(?:hundred|thousand)"  # "her first hundred days"
    return re.compile(
        rf"(?<![\w$€£¥.,/-]){lead}{rel}(?P<n>(?i:{round_}|{_NUM}))(?:(?P<to>[ ]?[-–][ ]?|{G}(?i:to|or){G}|-to-)(?P<n2>(?i:\d{{1,3}}(?!\d)|{_SPOKEN})))?(?P<gap>-|{G})(?i:{adj})(?P<u>(?i:{_UNIT}))(?P<s>(?i:s?))"
        rf"(?P<half>{G}(?i:and{G}a{G}half))?(?P<long>-(?i:long|old))?(?:{G}(?i:period|term)(?![\w]))?(?P<orso>{G}(?i:or{G}(?:so|more|two)))?"
        rf"(?:{G}(?P<way>(?i:ago|(?:earlier|later)(?!{G}than)|hence|from{G}now|before(?=[.,;])|after(?=[.,;])))(?![\w]))?(?![\w]|-[a-z])(?!['’][a-z]?(?:{G})old)"
    )


@cache
def unit() -> re.Pattern[str]:
    """Units seen from another time: "last week", "early next year", "the following month", "that quarter", "year-earlier period", "the day before"."""
    whole = rf"(?={G}(?:{_UNIT}|period|half))"
    rel = rf"(?P<rel>(?i:prior(?:-|{G})year{whole}|this{G}(?:past|coming)|this|last|next|past|previous|prior|preceding|following|coming|that{G}same|that|same|current|latest|comparable{G}year-ago|comparable|corresponding|year-ago|year-earlier|the|full|recent|future|future|own))"
    of = rf"(?:{G}(?:of{G}|in{G})?(?P<tail>(?i:the{G}(?:previous|prior|preceding){G}year|last{G}year|this{G}year|a{G}year{G}(?:earlier|ago|before)|the{G}year{G}before|(?:{YEAR}(?![/–-]\d)))))?(?!{G}(?:19|20)\d\d[/–-]\d)"
    mod = rf"(?P<mod>(?i:(?:end|close|beginning|start|middle){G}of{G}|(?:early|late|earlier|later)(?:{G}in)?{G}|sometime{G}))?"
    return re.compile(
        rf"(?<![\w$€£-])(?P<lead>(?i:(?:{_quantifiers()})?(?:the{G}(?=\w+(?:-|{G})))?)){mod}(?<![\w-]){rel}(?:-\n?|{G})(?P<fy>(?i:{_FISCAL}|calendar|full){G})?"
        rf"(?P<u>(?i:{_UNIT}|period|season|half|time(?={G}last{G}year)))(?P<s>(?i:s?))(?!(?:[- ]|\n)end(?!\w)){of}(?:{G}(?P<way>(?i:before{G}that|before(?=[.,;]|{G}and)|earlier|ahead)))?(?:{G}(?i:or{G}so)(?![\w]))?(?![\w]|-[a-z])"
        rf"|(?<![\w-])(?P<alead>)(?P<adj>(?i:year-earlier|year-ago|prior-year|previous-year|last-year))(?![\w-])"
        rf"|(?<![\w-])(?P<nlead>(?i:(?:{_quantifiers()})?(?:the{G})?))(?P<yearend>(?i:year(?:-|{G})end|year['’]s{G}end|years{G}end))(?P<yeof>{G}(?:{YEAR}))?(?![\w-])"
        rf"|(?<![\w-])(?P<pelead>(?i:the{G})?)(?P<periodend>(?i:(?:period|quarter|month)(?:-|{G})end))(?![\w-])"
        rf"|(?<![\w-])(?P<slead>(?i:the{G})?)(?P<smod>(?i:early|late|mid)(?:-|{G}))?(?P<srel>(?i:this{G}(?:past|coming)|this|that|last|next|past|previous|coming){G})?(?P<season>(?i:{names('season')}))(?P<sy>{G}(?:of{G})?(?:{YEAR}(?:[/–-]\d\d(?!\d))?|last{G}year|this{G}year|next{G}year|nineteen{G}(?:{_TENS})-(?:{_SMALL})))?(?![\w-])"
    )


@cache
def quarter() -> re.Pattern[str]:
    """Quarters and halves: "third quarter of 2024", "Q3", "3Q25", "1H26", "fiscal 2025 second half", "this year's third quarter"."""
    fy = rf"(?:{_FISCAL}(?:{G}year)?|FY)"
    q = rf"(?:(?P<qw>(?i:first|second|third|fourth|1st|2nd|3rd|4th|final|last))(?:-\n?|{G})(?:{_FISCAL}(?:-|{G})|calendar(?:-|{G}))?(?P<what>(?i:quarter|half))(?![\w]|['’]s{G}end)|(?P<qd>[QH][1-4])(?![\w])|(?P<dq>[1-4][QH])(?![\w]))"
    year = rf"(?:,?{G}(?:(?i:of|in|for){G})?(?:(?i:the{G})?(?:(?P<f2>(?i:{fy})){G}?|(?i:calendar{G}(?:year{G})?)))?(?:(?P<y>{YEAR})(?:[/-]\d\d)?|(?P<ys>['’]\d\d)|(?P<ys2>(?<=FY)\d\d)(?!\d))|,?(?:{G}(?:of|in|for))?{G}(?P<ry>(?i:{_RELYEAR}|a{G}year{G}(?:ago|earlier)))|(?P<fg>{G}(?i:of{G})?FY['’]?(?P<fyy>\d\d))(?!\d)|(?P<ys3>['’]\d\d)(?!\d))?"
    return re.compile(
        rf"(?<![\w$€£-])(?P<clead>)(?:(?P<c1>[1-4][QH]|[QH][1-4])-?['’]?(?:FY)?(?P<cy>20\d\d|\d\d)[AE]?|FY[ ]?['’]?(?P<cy2>20\d\d|\d\d)[ -]?(?P<c2>[QH][1-4]))(?![\w%]|[.,]\d|-\d)"
        rf"|(?<![\w$€£-])(?P<lead>(?i:(?:{_quantifiers()})?(?:the{G})?))(?P<mod>(?i:(?:end|close|beginning|start|middle){G}of{G}(?:the{G})?|(?:early|late)(?:{G}in)?{G}(?:the{G})?|mid-))?(?:(?P<oy>(?i:this|last|next){G}year)(?:['’]s)?{G})?(?:(?P<py>{YEAR}){G})?"
        rf"(?:(?P<rel>(?i:(?:comparable{G})?year-ago|year-earlier|prior-year|previous|prior|flat)){G})?(?:(?P<f1>(?i:{fy}))(?:-\n?|{G})(?:(?P<fpy>{YEAR}){G})?)?{q}{year}(?![\w]|-[a-z]|[./]\d)"
        rf"|(?<![\w-])(?P<tlead>(?i:the{G})?)(?P<two>(?i:(?P<twow>first|last){G}two{G}quarters{G}of{G}(?P<twoy>{YEAR})))"
        rf"|(?<![\w-])(?P<olead>)(?P<oyq>(?i:last|this|next){G}year['’]s{G}(?:quarter|period))(?![\w-])"
    )


@cache
def ended() -> re.Pattern[str]:
    """Periods up to a day: "nine months ended September 30, 2025", "the fiscal year ending June 30", "second quarter ended Oct. 31"."""
    m = months()
    return re.compile(
        rf"(?<![\w$€£-])(?P<lead>(?i:(?:the{G})?))(?:(?P<part>(?i:(?:first|second|third|fourth)(?:-|{G})(?:half|quarter)|first{G}(?:\d|{_SMALL}){G}months)){G}of{G}(?i:the|its|our|their){G})?(?P<head>(?:{_FISCAL}{G})?(?:(?P<ord>(?i:first|second|third|fourth))(?:-\n?|{G}))?(?:(?P<n>(?i:\d{{1,2}}|{_SPOKEN}))(?:-\n?|{G}))?(?:(?P<fy>(?i:{_FISCAL}|full)){G})?(?P<u>(?i:quarter|half(?:-|{G})year|half|year|months?|weeks?|period))(?:{G}(?i:periods?))?){G}(?P<verb>(?i:ended|ending|to|through){G}(?:on{G})?)"
        rf"(?:(?P<m>{m}){G}(?P<d>{DAY})(?:st|nd|rd|th)?(?:,?{_NO_COLUMNS}{G}(?P<y>{YEAR}))?|(?P<d2>{DAY})(?:st|nd|rd|th)?{G}(?P<m2>{m})(?:,?{_NO_COLUMNS}{G}(?P<y2>{YEAR}))?"
        rf"|(?:end(?:-|{G})(?:of{G})?)?(?P<m3>{m})(?!{G}\d{{1,2}}(?!\d))(?:,?{G}(?P<y3>{YEAR}))?)(?![\w]|-[A-Za-z])"
    )


@cache
def stretch() -> re.Pattern[str]:
    """The first or last months of a year: "first ten months of the year", "first two weeks of May", "first three quarters", "9M 2025", "Q1-Q3 2025". What a fiscal year's months are is not known."""
    month = rf"(?P<wm>{months()})(?:,?{G}(?P<wy>{YEAR}))?"
    return re.compile(
        rf"(?<![\w$€£-])(?P<lead>(?i:the{G})?)(?P<which>(?i:first|last|final)){G}(?P<n>(?i:\d{{1,2}}|{_SMALL})){G}(?i:months){G}"
        rf"(?:(?:(?i:of|in){G})?(?P<y>{YEAR})|(?i:of|in){G}(?P<ry>(?i:{_RELYEAR})))(?![\w]|-[a-z])"
        rf"|(?<![\w$€£-])(?P<wlead>(?i:the{G})?)(?P<wwhich>(?i:first|last|final)){G}(?P<wn>(?i:\d|{_SMALL})){G}(?P<wu>(?i:weeks|days)){G}(?i:of|in){G}{month}(?![\w]|-[a-z])"
        rf"|(?<![\w$€£-])(?P<tlead>(?i:the{G})?)(?P<three>(?i:first{G}three{G}quarters))(?:{G}(?i:of|in){G}(?:(?P<ty>{YEAR})|(?P<try>(?i:{_RELYEAR}))))?(?![\w]|-[a-z])"
        rf"|(?<![\w$€£.-])(?P<short>[369])M(?:{G}(?P<sy>20\d\d)|[ ]?['’]?(?:FY)?(?P<sys>\d\d))(?![\w%]|[.,]\d)"
        rf"|(?<![\w$€£-])Q(?P<qa>[1-3])[ ]?[-–][ ]?Q(?P<qb>[2-4])(?:{G}(?P<qy>20\d\d)|{G}?['’](?P<qys>\d\d))(?![\w%])"
    )


@cache
def month_quarter() -> re.Pattern[str]:
    """Quarters named by their months: "the September quarter", "December 2024 quarter", "July-September quarter"."""
    m = months()
    return re.compile(
        rf"(?<![\w$€£-])(?P<lead>(?i:the{G})?)(?:(?P<m0>{m})(?:[-–—]|{G}to{G}))?(?P<m>{m})(?:{G}(?P<y>{YEAR}))?{G}(?:(?i:quarter)|(?P<period>(?i:period)))"
        rf"(?:,?{G}(?:(?i:of|in){G})?(?P<y2>{YEAR}))?(?![\w]|-[a-z])"
    )


@cache
def clock() -> re.Pattern[str]:
    """Times of day with zone and day: "today at 8:00 a.m. ET", "5 p.m. EST Nov. 9", "noon Thursday", "09:00"."""
    name = rf"(?:{alternatives(lexicon('zones.csv', 'zone'))})(?![\w])(?:{G}(?:(?:[Ss]tandard|[Dd]aylight|[Ss]ummer){G})?[Tt]ime)?"
    zone = rf"(?:{G}?(?:\({name}\)|{name})|,{G}(?:{alternatives(lexicon('zones.csv', 'zone'))}){G}[Tt]ime)"
    hour = rf"(?:(?P<hp>1[0-2]|[1-9])(?::(?P<mip>[0-5]\d))?(?:{G}o['’]clock)?{G}in{G}the{G}(?P<inpart>morning|afternoon|evening)(?![\w])|(?P<h>[01]?\d|2[0-3])(?:[:.](?P<mi>[0-5]\d)(?::[0-5]\d)?)?{G}?(?P<ap>(?i:[ap])(?:\.(?i:m)(?:\.(?=[\s,;)]|$)|\b)|(?i:m)\b))|(?P<h24>[01]?\d|2[0-3]):(?P<mi24>[0-5]\d)(?::[0-5]\d)?(?:[ ]?(?:hours|hrs))?(?![\w:%]|\.\d)|(?P<hm>(?<!\()(?:[01]\d|2[0-3])[0-5]\d)(?={G}(?:{_WORLD_TIME})(?![\w]))|(?P<noon>(?i:noon|midnight|midday))(?![\w])|(?P<oc>(?i:{_SMALL}|\d{{1,2}})){G}o['’]clock)"
    return re.compile(rf"(?<![\w$€£.,:-])(?P<lead>(?i:{_quantifiers()})?)(?P<core>{hour}(?P<zone>{zone})?)")


@cache
def reference() -> re.Pattern[str]:
    """The fixed words of lexicon/references.csv, and the vague plurals: "recent months", "coming weeks", "for years", "months ago"."""
    fixed = alternatives(lexicon("references.csv", "words"))
    plural = r"(?:quarters|months|weeks|years|days|decades|hours|minutes|centuries)"
    return re.compile(
        rf"(?<![\w-])(?P<rlead>)(?P<ref>(?i:{fixed}))(?![\w-])"
        rf"|(?<![\w-])(?P<vlead>(?i:the{G})?)(?P<vague>(?P<dir>(?i:recent|coming|future|past|last|next)){G}(?P<vu>(?i:{plural}))(?:{G}and{G}{plural})?)(?![\w-])"
        rf"|(?<![\w-])(?P<llead>)(?P<whole>(?i:day|week|month|year|hour|decade))-?long(?![\w-])"
        rf"|(?<=\s)(?P<plead>(?i:the{G})?)(?P<pl>(?i:{plural})(?:-(?:old|long))?)(?:{G}(?:or|and){G}(?P<pl2>(?i:{plural})))?(?:{G}(?P<pway>(?i:ago|later|earlier|ahead)))?(?![\w-])"
    )


@cache
def every() -> re.Pattern[str]:
    """Sets: "every quarter", "each Thursday", "twice a week", "every two weeks", and "a year" behind an amount."""
    return re.compile(
        rf"(?<![\w-])(?P<lead>(?i:{_quantifiers()})?)(?:(?P<each>(?i:each|every)){G}(?:(?P<n>(?i:other|second|third|fourth|\d{{1,2}}|{_SPOKEN})){G})?(?:(?P<u>(?i:{_UNIT}))(?P<s>s?)|(?P<wd>{names('weekday')})(?:{G}(?:{names('part')}))?|(?P<m>{months()})|(?P<part>{names('part')})|(?P<season>(?i:{names('season')})))"
        rf"|(?P<times>(?i:once|twice|(?:\d{{1,2}}|{_SPOKEN}|several){G}times)){G}(?:an?|per|every|each){G}(?P<tu>(?i:{_UNIT})))(?![\w-])"
    )


@cache
def holiday() -> re.Pattern[str]:
    """Named days (lexicon/holidays.csv)."""
    found = alternatives(tuple(word.title().replace("'S", "'s").replace(" Of ", " of ") for word in lexicon("holidays.csv", "name")))
    return re.compile(
        rf"(?<![\w-])(?P<lead>)(?:(?P<rel>(?i:last|next|this)){G})?(?P<name>{found})(?:{G}(?P<week>week(?:end)?))?(?:,?{G}(?P<y>{YEAR}))?(?![\w-])"
    )
