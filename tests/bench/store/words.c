/* SPDX-License-Identifier: MIT */
#include "words.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"

#define COMMON 40		/* words of the trade: no family's name */

struct tongue {
	const char *code;
	int percent;
	const char *between;	/* two words of a phrase */
	const char *trade;	/* the most frequent words */
	const char *parts;	/* of which all others are made */
	const char *given, *family;
};

static const struct tongue tongues[WORDS_TONGUES] = {
	{ "en", 30, " ",
	    "complaint invoice delivery repair contract water damage noise "
	    "permit building garden street order refund claim delay parcel "
	    "account service balcony roof heating phone answer letter fee",
	    "ba cor den fal gri har kin lam mor nes pol quar ris san tor "
	    "ver wil yar zel bro cle dri",
	    "Alice Ben Charlotte Daniel Emma Frank Grace Harry Isla Jack "
	    "Kate Liam Mia Noah Olivia Peter Quinn Rose Sam Tina Uma Victor",
	    "Adams Baker Clarke Davies Evans Foster Green Hughes Irving "
	    "Johnson Knight Lewis Mitchell Norris Owen Parker Quigley Roberts "
	    "Smith Taylor Underwood Vaughan Walker Young O'Brien Mac-Donald" },
	{ "fr", 15, " ",
	    "réclamation facture livraison réparation contrat dégât eau bruit "
	    "permis bâtiment jardin rue commande remboursement retard colis "
	    "compte façade balcon toit chauffage téléphone réponse lettre",
	    "bé cou dé fran gê hui jou lai mê noi oeu pré quê rou sœu tré "
	    "ven voi yeu zé bleu clai dou",
	    "Aurélie Benoît Chloé Didier Élodie François Gaëlle Hélène Inès "
	    "Jérôme Karine Loïc Maëlle Noémie Océane Pierre Quentin Renée",
	    "Aubert Bérard Chevalier Dubois Étienne Fournier Girard Hébert "
	    "Lefèvre Moreau Noël Olivier Périer Renaud Simon Thévenin Vidal" },
	{ "de", 20, " ",
	    "Beschwerde Rechnung Lieferung Reparatur Vertrag Wasser Schaden "
	    "Lärm Bewilligung Gebäude Garten Straße Bestellung Erstattung "
	    "Verspätung Paket Konto Balkon Dach Heizung Telefon Antwort Brief",
	    "ab bau ent fluß grün haus kla lehr mög neu öl prüf quel rück "
	    "schön tür über ver weiß zähl brand stück werk",
	    "Anna Björn Clara Dieter Elke Fritz Grete Hans Ingrid Jürgen "
	    "Käthe Lukas Mia Norbert Otto Petra Rüdiger Sören Ute Volker",
	    "Albrecht Böhm Dörfler Engel Fuchs Groß Huber Jäger Keller "
	    "Lindner Müller Neumann Ötzel Pfeiffer Richter Schäfer Thoma "
	    "Ullrich Vogel Weiß Zimmermann Müller-Schmidt" },
	{ "it", 15, " ",
	    "reclamo fattura consegna riparazione contratto acqua danno "
	    "rumore permesso edificio giardino strada ordine rimborso ritardo "
	    "pacco conto balcone tetto riscaldamento telefono risposta",
	    "ba ce di fio gli lan mo ni pes qua ri sci to vo zu chi bra dro "
	    "pre stra fer gia",
	    "Alessia Bruno Chiara Davide Elena Fabio Giulia Ilaria Luca "
	    "Marta Nicolò Orsola Paolo Rosa Sergio Tommaso Umberto Vera",
	    "Amato Bianchi Conti D'Angelo Esposito Ferrari Gallo Leone "
	    "Marino Neri Orlando Palumbo Ricci Santoro Testa Villa Zanetti" },
	{ "pt", 10, " ",
	    "reclamação fatura entrega reparação contrato água dano barulho "
	    "licença edifício jardim rua pedido reembolso atraso encomenda "
	    "conta varanda telhado aquecimento telefone resposta carta",
	    "ba cão der fei gui lho mar nha ões por que rei são tel vi zar "
	    "bri cla dra fre gra pra",
	    "Afonso Beatriz Conceição Diogo Eduarda Filipe Graça Henrique "
	    "Inês João Leonor Martim Nuno Olívia Patrícia Rúben Sofia Tomás",
	    "Almeida Barbosa Cardoso Duarte Esteves Ferreira Gonçalves "
	    "Henriques Lopes Magalhães Nogueira Oliveira Pereira Ribeiro "
	    "Simões Teixeira Vieira" },
	{ "ja", 10, "の",
	    "苦情 請求 配送 修理 契約 水漏れ 損害 騒音 許可 建物 庭園 道路 "
	    "注文 返金 遅延 荷物 口座 屋根 暖房 電話 回答 手紙 料金",
	    "東 西 南 北 山 川 田 中 村 上 下 大 小 高 木 林 森 石 水 火 土 "
	    "金 日 月 年 時 分 光 風 雨",
	    "愛 健太 花子 翔 美咲 大輔 陽子 拓也 恵 誠 さくら 直樹",
	    "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 "
	    "佐々木 山口 松本 井上" }
};

struct list {
	const char **word;
	size_t n;
};

static struct list vocabulary[WORDS_TONGUES], given_of[WORDS_TONGUES],
    family_of[WORDS_TONGUES];

static struct list
split(struct arena *a, const char *text, size_t room)
{
	struct list l = { arena_array(a, room, sizeof(char *)), 0 };
	size_t len;

	for (; *text != '\0'; text += len + (text[len] == ' ')) {
		len = strcspn(text, " ");
		l.word[l.n++] = arena_textn(a, text, len);
	}
	return l;
}

/* The word of a rank beyond the trade's: its parts spell the rank. */
static const char *
composed(struct arena *a, const struct list *parts, size_t rank)
{
	struct buf b = { 0 };
	const char *word;
	size_t r = rank + parts->n;

	for (; r > 0; r /= parts->n)
		buf_text(&b, parts->word[r % parts->n]);
	word = arena_text(a, b.data);
	buf_free(&b);
	return word;
}

void
words_start(struct make *m)
{
	struct list parts;
	size_t t;

	for (t = 0; t < WORDS_TONGUES; t++) {
		given_of[t] = split(m->keep, tongues[t].given, 100);
		family_of[t] = split(m->keep, tongues[t].family, 100);
		parts = split(m->keep, tongues[t].parts, 100);
		vocabulary[t] = split(m->keep, tongues[t].trade, WORDS_EACH);
		while (vocabulary[t].n < WORDS_EACH) {
			vocabulary[t].word[vocabulary[t].n] =
			    composed(m->keep, &parts, vocabulary[t].n);
			vocabulary[t].n++;
		}
	}
}

int
words_tongue(struct make *m)
{
	int64_t at = make_dice(m, 100);
	int t = 0;

	while (at >= tongues[t].percent)
		at -= tongues[t++].percent;
	return t;
}

const char *
words_code(int tongue)
{
	return tongues[tongue].code;
}

/* Rank r comes 1/r as often as the first. */
const char *
words_one(struct make *m, int tongue)
{
	double u = (double)make_dice(m, 1 << 24) / (1 << 24);

	return vocabulary[tongue].word[(size_t)pow(WORDS_EACH, u) - 1];
}

const char *
words_phrase(struct make *m, int tongue, int64_t n)
{
	const char *word[64], *between = tongues[tongue].between;
	size_t len[64], gap = strlen(between), all = 1;
	char *text, *to;
	int64_t i;

	for (i = 0; i < n && i < 64; i++) {
		word[i] = words_one(m, tongue);
		len[i] = strlen(word[i]);
		all += len[i] + gap;
	}
	text = to = arena_alloc(m->cx.arena, all);
	for (i = 0; i < n && i < 64; i++) {
		if (i > 0) {
			memcpy(to, between, gap);
			to += gap;
		}
		memcpy(to, word[i], len[i]);
		to += len[i];
	}
	return text;
}

void
words_name(struct make *m, int tongue, const char **given,
    const char **family)
{
	const struct list *g = &given_of[tongue], *f = &family_of[tongue];

	char *rare;

	*given = g->word[make_dice(m, (int64_t)g->n)];
	*family = f->word[make_dice(m, (int64_t)f->n)];
	if (make_dice(m, 2) == 0)	/* half of all families */
		return;
	*family = rare = arena_text(m->cx.arena, vocabulary[tongue].word[
	    COMMON + make_dice(m, WORDS_EACH - COMMON)]);
	if (*rare >= 'a' && *rare <= 'z')
		*rare = (char)(*rare - 'a' + 'A');
}
