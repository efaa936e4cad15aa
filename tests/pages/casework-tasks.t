# SPDX-License-Identifier: MIT
# A task from its adding to its end, and back.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# The first link of the page to a numbered thing below this address.
link() {
	grep -oE "href=\"$1[0-9]+[^\"]*\"" "$reply" | head -n 1 | cut -d'"' -f2
}

as mia
get $D/tasks
status 200
get $D/tasks/new
status 200
post $D/tasks/new title= priority=normal team=north
status 422
post $D/tasks/new title='Ask for the X-ray' instructions='At the desk.' team=north priority=high due=2030-01-31
status 303
get $D
task=$(link "$D/tasks/")
get $task
status 200
has 'At the desk.'
has '2030'
as ben
get '/tasks?list=teams'
has 'Ask for the X-ray'
post $task/claim
status 303
get /tasks
has 'Ask for the X-ray'
get $task/release
status 200
post $task/release why='No time.'
status 303
post $task/claim
get $task/change
status 200
post $task/change title='Ask for both X-rays' owner=P-10000002 team=north priority=normal due=2030-01-31
status 303
post $task/change version=1 was= title='Never mind' owner=P-10000002 team=north priority=normal
status 409
has 'Never mind'
has 'Ask for both X-rays'
has 'Ben Okafor'
get $task/delegate
status 200
hasnt 'Ada Silva'
post $task/delegate person=P-10000006 why='She cannot open it.'
status 422
post $task/delegate person=P-10000003 why='You know them.'
status 303
as sue
post $task/done result=
status 422
post $task/done result='They are here.'
status 303
# it comes back to who delegated it
as ben
get /tasks
has 'Ask for both X-rays'
get $D
has 'They are here.'
form_of $task
hidden $task/done > "$work/late"
post $task/done result='Both are filed.'
status 303
# done twice: what the second one wrote is still to be read
cp "$work/late" "$work/fields"
send $task/done result='Mine was longer.'
status 409
has 'Mine was longer.'
has 'Both are filed.'
get $task/reopen
status 200
post $task/reopen why='One is missing.'
status 303
get $D/tasks/999
status 404
