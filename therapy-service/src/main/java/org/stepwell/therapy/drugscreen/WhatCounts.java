package org.stepwell.therapy.drugscreen;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Of each analyte of a screen, the result that counts: the confirmed one before the presumptive, and the last version of it. Of a
 * specimen that turned out to be invalid, none does.
 */
record WhatCounts(DrugScreen screen, Map<String, ScreenResult> byAnalyte) {

    /** Of some results of a screen; in the order of the analytes. */
    static WhatCounts of(DrugScreen screen, List<ScreenResult> results) {
        var found = new TreeMap<String, ScreenResult>();
        if (screen.status().hasResults()) {
            results.forEach(result -> found.merge(result.analyte(), result, WhatCounts::later));
        }
        return new WhatCounts(screen, found);
    }

    private static ScreenResult later(ScreenResult one, ScreenResult other) {
        if (one.kind() != other.kind()) {
            return one.kind() == ResultKind.CONFIRMED ? one : other;
        }
        return one.version() > other.version() ? one : other;
    }

    boolean counts(ScreenResult result) {
        return result.equals(byAnalyte.get(result.analyte()));
    }

    Collection<ScreenResult> all() {
        return byAnalyte.values();
    }

    /** The analytes that were found. */
    Set<String> positives() {
        return byAnalyte.values().stream()
                .filter(ScreenResult::detected)
                .map(ScreenResult::analyte)
                .collect(Collectors.toSet());
    }

    /** Found, and neither expected by what is prescribed nor explained by it in the review. */
    boolean isUnexpected(ScreenResult result) {
        return result.detected() && !result.expected() && !screen.isExplained(result.analyte());
    }

    /** The later of when the specimen was collected and when its result came. */
    Instant knownAt(ScreenResult result) {
        var collected = screen.specimen().collectedAt();
        return collected != null && collected.isAfter(result.recordedAt()) ? collected : result.recordedAt();
    }
}
