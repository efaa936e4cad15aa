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
