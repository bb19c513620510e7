package io.demarche.ingest.extraction;

/**
 * What markup says about an element.
 *
 * @param reason why its content is no part of the article
 * @param trust the share of the page's prose, 0 to 1, that the element may hold before the page's layout is believed
 *     to be named oddly and the rule is not applied
 */
record BoxRule(DropReason reason, double trust) {}
