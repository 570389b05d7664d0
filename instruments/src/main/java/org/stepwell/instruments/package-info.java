/**
 * Questionnaires as data. An instrument is a JSON pack (items, licence, scoring, bands, alerts); this package reads,
 * checks and scores packs and knows no instrument by name. A pack is found by a line in
 * {@code META-INF/stepwell/instruments}, so a jar of its own may bring packs that we can not ship.
 */
@NullMarked
package org.stepwell.instruments;

import org.jspecify.annotations.NullMarked;
