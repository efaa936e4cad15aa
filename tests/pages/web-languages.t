# SPDX-License-Identifier: MIT
# The same page in six languages: the browser's choice until a person makes
# one, dates and numbers as the language has them, sentences from templates
# and programs alike.
. "$(dirname "$0")/harness.sh"

as mia
page() {	# LANGUAGE TEXT...: what the page of a new note says in it
	headers=
	header "HTTP_ACCEPT_LANGUAGE=$1"
	now_is="$1: "
	get /dossiers/C-2026-10000061
	status 200
	has "<html lang=\"$1\">"
	shift
	for text in "$@"; do has "$text"; done
}
page en 'Add a note' 'Tue 24 Nov 2026' 'yesterday'
page fr 'Ajouter une note' 'mar. 24 nov. 2026' 'hier'
page de 'Notiz hinzufügen' 'Di., 24. Nov. 2026' 'gestern'
page it 'Aggiungere una nota' 'mar 24 nov 2026' 'ieri'
page pt 'Adicionar uma nota' 'ter., 24 de nov. de 2026' 'ontem'
page ja 'メモを追加' '2026年11月24日(火)' '昨日'

# A refusal of a program, in the form that it belongs to.
headers='' now_is='de, refused: '
header HTTP_ACCEPT_LANGUAGE=de
post /dossiers/C-2026-10000061/note text=
status 422
has 'üllen Sie dieses Feld aus.'
has '<html lang="de">'

# A tongue that nobody here speaks gives the house's.
headers='' now_is='nl: '
header HTTP_ACCEPT_LANGUAGE=nl
get /dossiers/C-2026-10000061
has '<html lang="en">'
