package org.stepwell.therapy.roster;

import java.util.List;

/** What somebody of the staff holds; nothing where they do not work here. */
public record Credentials(List<String> held, boolean independent) {

    /** As they stand under a signature. */
    public String said() {
        return String.join(", ", held.stream().sorted().toList());
    }
}
