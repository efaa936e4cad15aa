# SPDX-License-Identifier: MIT
# GET /intake: what waits for screening, for who registers or screens.
. "$(dirname "$0")/harness.sh"

as ben
get /intake
status 200
has 'C-2026-10000079'
hasnt 'C-2026-10000061'
has '1 request waits for screening'
hasnt 'C-2026-10000087'
get '/intake?type=permit'
status 200
has 'Nothing waits for screening'
get '/intake?order=1'
status 400
get '/intake?type=%00'
status 400

as tom
get /intake
status 200
hasnt 'C-2026-10000079'

for who in zoe ada eve; do
	as $who
	get /intake
	status 403
	hasnt 'C-2026-10000079'
done

as nobody
get /intake
status 401
has 'name="password"'

# how risky a table finds it is seen where it waits, and by whoever wrote it
as ben
form_page='/intake/new?type=complaint&who=unknown' \
    post /intake/new f.subject=service f.harm=health medium=phone \
    title='A fall on wet stairs'
status 303
get "$(location)"
has '<span class="mark high">Risk: High</span>'
get /intake
has '<td data-label="Risk"><span class="mark high">High</span>'

# by arrival, until somebody wants the highest risk first
rows() {
	grep -o '<a class="whole" href="[^"]*"' "$reply" | sed 's/.*intake.//' |
	    tr -d '"' | tr '\n' ' '
}
fall=$(sql "SELECT number FROM dossier WHERE title = 'A fall on wet stairs'")
is 'the oldest comes first' "$(rows)" "C-2026-10000079 $fall "
has 'aria-sort="ascending"><a href="/intake?type=&amp;sort=received-down">Arrived'
has '<a href="/intake?type=&amp;sort=risk-down">Risk'
get '/intake?sort=risk-down&type=complaint'
is 'the highest risk comes first' "$(rows)" "$fall C-2026-10000079 "
has 'aria-sort="descending"><a href="/intake?type=complaint&amp;sort=risk">Risk'
has 'selected value="risk-down"'
get '/intake?sort=risk'
is 'and last' "$(rows)" "C-2026-10000079 $fall "
get '/intake?sort=cheese'
is 'what is no order is the usual one' "$(rows)" "C-2026-10000079 $fall "

