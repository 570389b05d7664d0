package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/** One box a person can tick: what it says, what it counts, and its LOINC answer code where there is one. */
public record Answer(
        String code,
        @JsonSetter(nulls = Nulls.SET) @Nullable String loinc,
        int value,
        String label) {}
