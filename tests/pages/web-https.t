# SPDX-License-Identifier: MIT
# What changes when base_url is https.
base_url=https://dossier.test
. "$(dirname "$0")/harness.sh"

as nobody
post /webtest/in person=1
status 303
has 'Set-Cookie: __Host-dossier='
has '; HttpOnly; SameSite=Lax; Secure'
has 'Strict-Transport-Security: max-age=31536000'
get /webtest
status 200
has 'Mia Berger'
hasnt 'not encrypted'
header HTTP_ORIGIN=https://dossier.test
post /webtest/write text=A
status 303
no_headers
header HTTP_ORIGIN=http://dossier.test
post /webtest/write text=A
status 403
has 'https://dossier.test'
