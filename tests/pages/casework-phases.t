# SPDX-License-Identifier: MIT
# Moving, waiting, going on, closing, reopening, handing over.
. "$(dirname "$0")/harness.sh"
D=/dossiers/C-2026-10000061

# The first link of the page to a numbered thing below this address.
link() {
	grep -oE "href=\"$1[0-9]+[^\"]*\"" "$reply" | head -n 1 | cut -d'"' -f2
}

as mia
get $D/move
status 200
has 'The way so far'
post $D/move phase=planning reason='All is known.'
status 303
get $D
has 'All is known.'
post $D/move phase=assessment reason='A second cause was found.'
status 303
get $D/move
has 'Assessment'
post $D/move phase=planning reason=
status 422
has 'All is known.'
post $D/move phase=nowhere reason=x
status 422

get $D/wait
status 200
post $D/wait reason='For the hospital.'
status 303
get $D
has 'Go on'
get $D/resume
status 200
post $D/resume reason='It answered.'
status 303

# an open task blocks closing, and is named
post $D/tasks/new title='Ask for the X-ray' team=north priority=normal
status 303
get $D/close
status 200
has 'Ask for the X-ray'
hasnt 'name="outcome"'
post $D/close outcome=upheld reason='Typed in vain.'
status 422
has 'Typed in vain.'
has 'Ask for the X-ray'
task=$(link "$D/tasks/")
post $task/claim
post $task/done result='It came by mail.'
status 303
get $D/close
has 'name="outcome"'
post $D/close outcome=upheld reason='Paid.'
status 303
get $D
has 'Upheld'
get $D/reopen
status 200
post $D/reopen reason='It is broken again.'
status 303
get $D
has 'It is broken again.'

get $D/hand-over
status 200
post $D/hand-over team=south lead= reason='They know it better.'
status 303
has 'Location: /dossiers'
get $D
status 404

# a clerk leads nothing
as ben
get /dossiers/C-2026-10000102/reopen
status 403
get $D/move
status 403
get $D/wait
status 403
get $D/resume
status 403
get $D/close
status 403
get $D/hand-over
status 403

# a phase that is entered again lasts since then, and says how often
E=/dossiers/C-2026-10000087
later 864000
as mia
post $E/move phase=planning reason='Straight on.'
post $E/move phase=screening reason='Back again.'
get $E
has '2 times'
has 'since <time datetime="2026-12-04'

# in its risk phase without a risk, the page says so
as mia
sql_write "UPDATE dossier SET phase = 'risk', risk = 0
    WHERE number = 'C-2026-10000079'" > /dev/null
get /dossiers/C-2026-10000079
has 'This case is in its risk phase and has no risk yet.'
sql_write "UPDATE dossier SET risk = 1
    WHERE number = 'C-2026-10000079'" > /dev/null
get /dossiers/C-2026-10000079
hasnt 'has no risk yet'
