# SPDX-License-Identifier: MIT
# The start page, its lists, and the box that finds.
. "$(dirname "$0")/harness.sh"

as mia
get /
status 200
has '<title>My work'
has 'Broken &lt;ankle&gt; &amp; more'
has 'href="/dossiers?status=active&amp;owner=me"'
get /tasks
status 200
has 'No task waits for you.'
get '/tasks?list=teams'
status 200
has '<h1>Tasks to claim</h1>'
get '/tasks?list=nobody'
status 400

post /dossiers/C-2026-10000061/change title='Broken ankle' f.subject=service
get '/find?text=C-2026-10000061'
status 303
has 'Location: /dossiers/C-2026-10000061'
get '/find?text=ankle'
status 200
has 'href="/dossiers/C-2026-10000061"'
get '/find?text=elodie'
has 'Élodie Weiß'
get '/find?text=xyzzy'
has 'Nothing was found for'
# what may not be seen does not exist: tom sees no complaint
as tom
get '/find?text=ankle'
hasnt '/dossiers/C-2026-10000061'
# a wrong address leaves people where they are signed in
as mia
get /no/such/page
status 404
has 'action="/signon/out"'
has 'href="/dossiers?status=active"'
as nobody
get /no/such/page
status 404
hasnt 'action="/signon/out"'
# who sees no content is sent to the own account
as ada
get /
status 303
has 'Location: /admin'
get /tasks
status 403
get /find
status 403

# the keyboard's shortcuts, and their switch
as mia
get /
has '/static/keys.js?v='
has 'href="/keys"'
get /keys
status 200
has 'Go to the find box'
has 'They are on.'
post /keys
status 303
follow
has 'The shortcuts are off.'
hasnt 'keys.js'
get /
hasnt 'keys.js'
get /keys
post /keys on=1
status 303
follow
has 'keys.js'
as ada
get /keys
status 403
