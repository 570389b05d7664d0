package org.stepwell.suite.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the story claims of the system, and what it found. */
final class Claims {

    private final List<Claim> all = new ArrayList<>();
    private final Telling telling;

    Claims(Telling telling) {
        this.telling = telling;
    }

    /** One claim. */
    record Claim(String name, Object expected, Object actual) {
        boolean holds() {
            return Objects.equals(expected, actual);
        }
    }

    void expect(String name, Object expected, Object actual) {
        var claim = new Claim(name, expected, actual);
        all.add(claim);
        if (!claim.holds()) {
            telling.say("!! %s: expected %s, found %s", name, expected, actual);
        }
    }

    List<Claim> all() {
        return List.copyOf(all);
    }

    List<Claim> failed() {
        return all.stream().filter(claim -> !claim.holds()).toList();
    }

    /** The closing table. */
    String table() {
        var table = new StringBuilder();
        for (var claim : all) {
            table.append("  %s  %-72s %s%n"
                    .formatted(
                            claim.holds() ? "ok  " : "FAIL",
                            claim.name(),
                            claim.holds()
                                    ? claim.actual()
                                    : "expected " + claim.expected() + ", found " + claim.actual()));
        }
        return table.toString();
    }
}
