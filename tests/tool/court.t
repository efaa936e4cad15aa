# SPDX-License-Identifier: MIT
# Rules of courts: check a file, and count by it.
. "$(dirname "$0")/tool.sh"
courts=$top_srcdir/etc/courts

dossier court check "$courts"/*.xml
is 'ours have no faults' "$rc" 0
has 'each is told' "$out" 'gb_cpr.xml: the rules of a court, without faults'

sed 's/holidays="DE"/holidays="XX"/' "$courts/de_zpo.xml" > "$work/xx.xml"
cp "$courts/court.rng" "$work"
dossier court check "$work/xx.xml"
is 'another land has no holidays that we know' "$rc" 1
is 'which is told with file and line' "$err" \
    "$work/xx.xml:4: The holidays of “XX” are not known."
sed 's/<rule /<law /; s/<\/rule>/<\/law>/' "$courts/de_zpo.xml" \
    > "$work/xx.xml"
dossier court check "$work/xx.xml" "$courts/de_zpo.xml"
has 'what the schema does not know is told with its line' "$err" \
    "$work/xx.xml:"
has 'and the others are checked, too' "$out" de_zpo.xml
dossier court check "$work/none.xml"
has 'no file' "$err" 'none.xml: No such file'

dossier court reckon "$courts/de_zpo.xml" notice 2026-12-18 --served formal \
    --holidays DE-BY
has 'the event is told' "$out" 'Service of the claim: Fri 18 Dec 2026'
has 'the period with its source' "$out" \
    '2 weeks on: Fri 1 Jan 2027 (ZPO § 276 (1) sentence 1)'
has 'why it moves' "$out" \
    'That is no working day; the next one is Mon 4 Jan 2027 (ZPO § 222'
has 'each day' "$out" '2026-12-19, 2027-01-01  counted'
has 'and the end' "$out" 'Due: 2027-01-04'
has 'and the pre-deadline' "$out" 'Pre-deadline: 2026-12-31'
dossier court reckon "$courts/fr_cpc.xml" respondent 2026-11-30 \
    --served electronic --more abroad
has 'who lives abroad has longer' "$out" '3 months and 2 months more on'
has 'up to the last of April' "$out" 'Due: 2027-04-30'

dossier court reckon "$courts/us_frcp.xml" answer 2026-02-30
is 'a day that there is not is refused' "$rc" 1
is 'by its name' "$err" 'dossier: day: Say on which day it was.'
dossier court reckon "$courts/us_frcp.xml" nothing 2026-02-03
is 'a rule, too' "$err" \
    'dossier: rule: Choose one of the rules of this court.'
dossier court reckon "$courts/us_frcp.xml" answer 2026-02-03 --served mail
has 'and how it was served, where that plays no part' "$err" \
    'served: This period does not depend on how'
dossier court reckon "$courts/us_frcp.xml" amended 2026-02-03
has 'or where it is missing' "$err" 'served: Say how it was served'
dossier court reckon "$courts/gb_cpr.xml" appeal 2026-02-03 --holidays US
has 'and holidays of another land' "$err" 'region: This court has'
dossier court reckon "$courts/us_frcp.xml" answer 2099-12-20
has 'and years that nobody knows' "$err" 'leads out of the years'
tool_end
