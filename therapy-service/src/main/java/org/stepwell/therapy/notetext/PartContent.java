package org.stepwell.therapy.notetext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stepwell.therapy.objective.RatedObjective;

/** A patient's part of a note, opened: what is written, and which objectives were touched. */
public record PartContent(PartText text, List<RatedObjective> objectives) {

    /** As long as nobody wrote it. */
    public static final PartContent EMPTY = new PartContent(PartText.EMPTY, List.of());

    /** What a fingerprint is made of; in which order the objectives were named is not in it. */
    public List<Object> canonical() {
        var fields = new ArrayList<>(text.canonical());
        objectives.stream()
                .sorted(Comparator.comparing(one -> one.objective().value()))
                .forEach(one -> {
                    fields.add(one.objective());
                    fields.add(one.rating());
                });
        return fields;
    }
}
