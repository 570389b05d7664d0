package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param label how the questionnaire itself numbers it, such as 9 or 7A, by which answers are sent
 * @param linkId its name in a FHIR Questionnaire
 * @param answers which of the instrument's answer sets it offers
 * @param scored whether it counts in the total or a subscale
 * @param reversed whether the highest answer counts least
 * @param window which time it asks about, where items differ in it
 * @param notAskedAfter items that, when each of one group was answered with zero, make this one needless; left out, it then
 *     counts zero
 * @param notMoreThan an item whose count this one is a part of
 */
public record Item(
        String label,
        String linkId,
        @JsonSetter(nulls = Nulls.SET) @Nullable String loinc,
        String answers,
        boolean scored,
        boolean reversed,
        @JsonSetter(nulls = Nulls.SET) @Nullable String window,
        String text,
        List<List<String>> notAskedAfter,
        @JsonSetter(nulls = Nulls.SET) @Nullable String notMoreThan) {}
