# SPDX-License-Identifier: MIT
# Time and costs: booked, corrected, taken back; my week; rates; as a file.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# nothing is booked where the type does not say so
as mia
get $D/costs
status 404
for page in time new; do
	get $D/costs/$page
	status 404
done
post $D/costs/rate amount=250 begins=2026-11-01 reason=Agreed
status 404
get $D
hasnt "$D/costs"
get /
hasnt 'href="/time"'
books
get $D
has "$D/costs"
get $D/costs
status 200
has 'Nothing is booked on this case yet.'
get /
has 'href="/time"'

# rates, by who looks after the house
as ada
get /admin/rates
status 200
has 'No rate is set'
post /admin/rates person=mia amount=250 reason=Agreed
status 422
has 'Write the currency, too'
has 'value="mia"'
post /admin/rates person=mia amount='250 EUR' begins=2026-11-01 reason='<As agreed>'
status 303
get /admin/rates
has '&lt;As agreed&gt;'
has 'EUR an hour'

# booked, beside what was typed wrong
as mia
post $D/costs/time text='Wrote <b>' duration=soon code=drafting
status 422
has 'value="Wrote &lt;b&gt;"'
has 'such as 1:30 or 90'
post $D/costs/time text='Wrote <b>' duration=1:30 code=drafting day=2026-11-23 billable=1
status 303
follow
has 'Wrote &lt;b&gt;'
has '1:30'
has '375.00'
post $D/costs/new text='=1+1' amount=798 code=fee payer=house day=2026-11-20 billable=1
status 303
get $D/costs
has '1,173.00'
get $D/history
has 'Booked for Mon 23 Nov 2026: 1:30, Drafting, Wrote &lt;b&gt;'
no=$(sql "SELECT no FROM booking WHERE kind = 'time'")
get $D/costs/$no
status 200
has 'value="1:30"'
post $D/costs/$no text='Wrote it' duration=x code=drafting day=2026-11-23
status 422
form_page=$D/costs/$no
post $D/costs/$no text='Wrote it' duration=2:00 code=drafting day=2026-11-23
status 303
get $D/costs
has '500.00'
get $D/costs/4711
status 404

form_page=$D/costs
post $D/costs/rate amount=80 reason=''
status 422
form_page=$D/costs
post $D/costs/rate amount=80 reason='A cap'
status 303
get $D/history
has 'Rate agreed for this case'
post $D/costs/time text='By mistake' duration=6 code=drafting
status 303
wrong=$(sql "SELECT no FROM booking WHERE text = 'By mistake'")
form_page=$D/costs/$wrong
post $D/costs/$wrong/remove why='Not here'
status 303
get $D/costs
hasnt 'By mistake'

# as a file: no cell is a formula
get $D/costs.csv
status 200
has "\"'=1+1\""
has ',120,250.00,500.00,"EUR","0"'
sql_is=$(sql "SELECT count(*) FROM event WHERE kind = 'history.exported'")
[ "$sql_is" = 1 ] && ok 'the file is among the looks' ||
    not_ok 'the file is among the looks'

# my week, and a line to add
get '/time?day=2026-11-23'
status 200
has '2:00'
post /time number=C-2026-10000061 day=2026-11-24 duration=15 code=drafting text='A call' billable=1
status 303
follow
has 'A call'
has '2:15'
post /time number=P-2026-10000095 duration=15 code=drafting text='A call'
status 422
has 'There is no such case, or it is not for you.'
has 'value="A call"'
get '/time.csv?day=2026-11-23'
has '"A call"'

# a closed month takes nothing; what was there is taken back
post $D/costs/time text='Long ago' duration=60 code=drafting day=2026-10-05
status 303
as ada
post /admin/rates/close month=2026-11
status 422
post /admin/rates/close month=2026-10
status 303
get /admin/rates
has 'Closed up to and with October 2026.'
as mia
old=$(sql "SELECT no FROM booking WHERE text = 'Long ago'")
post $D/costs/time text='Late' duration=60 code=drafting day=2026-10-06
status 422
has 'October 2026 is closed.'
get $D/costs/$old
has 'The month of this booking is closed.'
hasnt 'Correct it'
form_page=$D/costs/$old
post $D/costs/$old/remove why=x
status 409
form_page=$D/costs/$old
post $D/costs/$old/counter why='Not ours'
status 303
follow
has '−1:00'
has 'taken back'

# who reads sees it and books nothing; who may not, nothing
as zoe
get $D/costs
status 200
has 'Wrote it'
hasnt "href=\"$D/costs/$no\""
get $D/costs/time
status 403
as tom
get $D/costs
status 404
