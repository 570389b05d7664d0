package org.stepwell.therapy.drugscreen;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Of each analyte, the result that counts: the confirmed one before the presumptive, and the last version of it. */
record WhatCounts(Map<String, ScreenResult> byAnalyte) {

    /** Of the results of one screen; in the order of the analytes. */
    static WhatCounts of(List<ScreenResult> results) {
        var found = new TreeMap<String, ScreenResult>();
        results.forEach(result -> found.merge(result.analyte(), result, WhatCounts::later));
        return new WhatCounts(found);
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
}
