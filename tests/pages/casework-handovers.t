# SPDX-License-Identifier: MIT
# Work is offered with a sheet, refused in part, accepted in part.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061
case=C-2026-10000061

as mia
get /handovers
status 200
has 'Nobody waits for your answer.'
has 'You have handed nothing over.'
post $D/promises/new text='An answer' day=2026-11-30 medium=phone
post $D/tasks/new title='Ask for the X-ray' owner=P-10000001 priority=normal
get /handovers/new
status 200
has $case
has '1 open task'
post /handovers/new receiver=P-10000002
status 422
has 'Tick the cases'
post /handovers/new receiver= pick=$case note='The keys are with Ada.'
status 422
has 'The keys are with Ada.'
has 'checked'
post /handovers/new receiver=P-10000004 pick=$case
status 422
has 'may not work on C-2026-10000061'
post /handovers/new receiver=P-10000002 pick=C-2026-99999999
status 404
post /handovers/new receiver=P-10000002 pick=$case note='The keys are with Ada.'
status 303
first=$(location)
get /handovers/new
has 'offered to Ben Okafor, not answered'
get $first
status 200
has 'The keys are with Ada.'
has 'Withdraw what is not answered'
hasnt 'Accept the ticked cases'
get $D
has 'Handover from Mia Berger to Ben Okafor offered'

as tom
get $first
status 404
get $first/sheets/1
status 404
as ben
get /
has 'Handovers that wait for my answer'
get /notices
hasnt 'You lead this case'
has 'A handover waits for your answer'
get $first/sheets/1
status 200
has 'Ask for the X-ray'
has 'An answer'
has 'written from its record'
get $first/sheets/2
status 404
post $first/accept
status 422
has 'Tick the cases that you mean.'
post $first/refuse pick=1 reason=
status 422
post $first/refuse pick=1 reason='I am away next week.'
status 303
get $first
has 'I am away next week.'
has 'Refused'
post $first/accept pick=1
status 409
as mia
get /notices
has 'A handover was answered'
post /handovers/new receiver=P-10000002 pick=$case begins=2026-11-26
status 303
after=$(location)
as ben
get $after
has 'It begins later'
post $after/accept pick=1
status 409
as mia
post $after/withdraw
status 303
post /handovers/new receiver=P-10000002 every=1
status 303
second=$(location)
as ben
post $second/accept pick=1
status 303
get $second
has 'Accepted'
get $second/sheets/1
has 'As Ben Okafor accepted it'
has 'Ask for the X-ray'
get $D
has 'to Ben Okafor, who accepted it, with 1 open task'
get $D/history
has 'refused'
has "$second/sheets/1"

# whoever reads the case reads the sheet, and not the handover
as sue
get $second/sheets/1
status 200
has 'As Ben Okafor accepted it'
get $second
status 404
get $first/sheets/1
status 404
as tom
get $second/sheets/1
status 404
as mia
get /handovers/new
hasnt 'Ask for the X-ray'
hasnt $case
