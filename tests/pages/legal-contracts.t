# SPDX-License-Identifier: MIT
# The register of contracts: what it tells of each, its filters and file, and
# by when notice is to be given.
. "$(dirname "$0")/harness.sh"

# Complaints become contracts, so that who works on those works on these.
mkdir -p "$work/types/c"
cp "$top_srcdir"/etc/casetypes/*.rng "$work/types"
cp "$top_srcdir"/etc/casetypes/contract/*.dmn \
    "$top_srcdir"/etc/casetypes/contract/*.cmmn "$work/types/c"
sed 's/<type code="contract" prefix="CT">/<type code="complaint" prefix="C">/' \
    "$top_srcdir/etc/casetypes/contract/type.xml" > "$work/types/c/type.xml"
as mia
get '/legal/contracts?list=all'
status 200
hasnt 'class="cases"'
is 'the type is installed' "$("$top_builddir/dossier" type install \
    --conf "$work/dossier.conf" "$work/types/c")" 'complaint, version 2'

contract() {	# TITLE KIND VALUE FIELD=VALUE...: $number is accepted
	title=$1 kind=$2 value=$3
	shift 3
	as ben
	form_page='/intake/new?type=complaint&person=P-20000001' \
	    post /intake/new matter=new medium=letter title="$title" \
	    f.kind=$kind f.value="$value" "$@" then=show
	status 303
	number=$(location | sed 's|.*/||')
	as sue
	post /intake/$number/accept title="$title" place=complaint/north \
	    lead=mia
	as mia
}
contract 'Cleaning <of> the hall' services '48000 EUR' f.begins=2026-01-01 \
    f.ends=2026-12-31 f.renews=12 f.notice=1 f.notice_unit=months \
    f.law='Swiss law'
cleaning=$number
contract 'Lease of a cellar' lease '120000 EUR' f.ends=2027-02-28 f.notice=2 \
    f.notice_unit=weeks
lease=$number
contract 'Paper' supply '900 EUR'
paper=$number
post /dossiers/$cleaning/people person=P-20000002 role=counterparty
post /dossiers/$cleaning/people person=P-20000001 role=counterparty

# notice is counted back from the end of the term
date_of() {
	sql "SELECT v.date FROM field_value v JOIN dossier d ON d.id = v.dossier
	     WHERE d.number = '$1' AND v.field = '$2'"
}
is 'a month before' "$(date_of $cleaning notice_by)" 2026-11-30
is 'what renews itself is next to be decided on' \
    "$(date_of $cleaning next_date)" 2026-11-30
is 'two weeks before' "$(date_of $lease notice_by)" 2027-02-14
is 'what only ends is next at its end' "$(date_of $lease next_date)" \
    2027-02-28
is 'without a term there is none' "$(date_of $paper notice_by)" ''

get /legal/contracts
status 200
has "href=\"/legal/$cleaning\""
has 'Cleaning &lt;of&gt; the hall'
has 'Nordwind GmbH'
has '1 more'
has '48,000.00'
has 'then 12 months more'
has '30 Nov'
is 'the next date comes first' "$(grep -o '>Cleaning &lt;\|>Lease of\|>Paper' \
    "$reply" | head -1)" '>Cleaning &lt;'
get '/legal/contracts?list=all&kind=supply'
has 'Paper'
hasnt 'Lease of'
get '/legal/contracts?list=all&text=nordwind'
has 'Cleaning'
hasnt 'Lease of'
get '/legal/contracts?list=all&state=force'
status 200
has 'No contract fits these filters.'
get '/legal/contracts?list=all&sort=title'
is 'by title' "$(grep -o '>Cleaning &lt;\|>Lease of\|>Paper' "$reply" |
    tr '\n' ' ')" '>Cleaning &lt; >Lease of >Paper '
get '/legal/contracts?list=closed'
hasnt 'Lease of'
get '/legal/contracts?list=other'
status 400

# for other programs
get '/legal/contracts.csv?list=all&sort=title'
status 200
has '"renews","notice","notice_unit","notice_by","law"'
has "\"$cleaning\",\"Cleaning <of> the hall\",\"Nordwind GmbH\",\"Draft\","
has '"2026-12-31","12","1","Months","2026-11-30","Swiss law"'
has '"kind","value","currency","begins"'
has '"Services","48000.00","EUR","2026-01-01","2026-12-31"'
is 'whoever took it away is remembered' "$(sql "SELECT count(*) FROM event
     WHERE topic = 'exports'")" 1

# its page
get /legal/$cleaning
status 200
has 'What was agreed'
has 'Swiss law'
has 'href="/legal/contracts"'
hasnt 'Courts and file numbers'
get /dossiers/$cleaning
has 'As a contract'
get /legal
has 'href="/legal/contracts"'

# its value decides who approves it, and who may
for p in review approval; do
	post /dossiers/$lease/move phase=$p reason='Ready.'
done
is 'the plan asks for approval' "$(sql 'SELECT amount FROM approval')" 12000000
is 'of two, in their order' "$(sql 'SELECT steps FROM approval')" 'decide\nmanage'

# what is privileged as a whole does not leave the house
as ada
post /admin/compartments/legal login=mia why='She is the lawyer'
status 303
as mia
post /dossiers/$lease/access/compartment compartment=legal why='All of it'
status 303
get '/legal/contracts?list=all'
has 'Lease of'
get '/legal/contracts.csv?list=all'
hasnt 'Lease of'
has '1 privileged case is not in this export'

# who may not see them does not
as tom
get '/legal/contracts?list=all'
status 200
hasnt 'Cleaning'
get '/legal/contracts.csv?list=all'
hasnt 'Cleaning'
get /legal/$cleaning
status 404
as eve
get /legal/contracts
status 403
