/* SPDX-License-Identifier: MIT */
/* Customers: a fifth as many as dossiers, one in ten an organisation. */
#include <string.h>

#include "make.h"
#include "store/store_person.h"
#include "text/fold.h"
#include "words.h"

struct crowd {
	struct make *m;
	struct load persons, words;
	int64_t id;
};

/* The words of a name, each once for a person. */
static void
learn(struct crowd *c, const char *name)
{
	char *word = fold_words_new(c->m->cx.arena, "",
	    fold_words(c->m->cx.arena, name)), *end;

	while (word != NULL && *word != '\0') {
		if ((end = strchr(word, ' ')) != NULL)
			*end++ = '\0';
		load_row(&c->words, db_t(word), db_i(c->id));
		make_must(c->m, store_person_near_learn(&c->m->cx, word));
		word = end;
	}
}

static void
one(struct crowd *c, int64_t i)
{
	struct make *m = c->m;
	struct arena *a = m->cx.arena;
	int tongue = words_tongue(m);
	const char *given, *family, *name, *email, *phone;
	bool firm = i % 10 == 3;

	words_name(m, tongue, &given, &family);
	name = firm ? arena_printf(m->keep, "%s & %s", family, given) :
	    arena_printf(m->keep, "%s %s", given, family);
	c->id = m->first_customer + i;
	m->customers[i].name = name;
	m->customers[i].number = arena_text(m->keep,
	    make_number(m, "P", c->id));
	email = arena_printf(a, "p%lld@mail.example", (long long)c->id);
	phone = arena_printf(a, "+41 44 %07lld",
	    (long long)(c->id * 7919 % 10000000));
	load_row(&c->persons, db_i(c->id), db_t(m->customers[i].number),
	    db_i(firm), db_t(name), db_t(fold(a, name)),
	    db_t(firm ? "" : given), db_t(firm ? "" : family), db_t(email),
	    db_t(email), db_t(phone), db_t(store_person_phone(&m->cx, phone)),
	    db_t("12 Mill Street\n8000 Lindenberg"),
	    db_t(words_code(tongue)), db_i(MAKE_NOW));
	learn(c, name);
}

void
people_make(struct make *m)
{
	struct crowd c = { .m = m };
	int64_t i;

	load_start(&c.persons, &m->cx, "person", "id, number, organisation,"
	    " name, name_key, given, family, email, email_key, phone,"
	    " phone_key, address, language, created");
	load_start(&c.words, &m->cx, "person_word", "word, person");
	m->customers = arena_array(m->keep, (size_t)m->ncustomers,
	    sizeof(*m->customers));
	for (i = 0; i < m->ncustomers; i++) {
		one(&c, i);
		if (i % 1000 == 999 || i == m->ncustomers - 1) {
			load_flush(&c.persons);
			load_flush(&c.words);
			arena_reset(m->cx.arena);
		}
	}
}
