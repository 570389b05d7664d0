package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param number its place, from 1, by which answers are sent
 * @param linkId its name in a FHIR Questionnaire
 * @param answers which of the instrument's answer sets it offers
 * @param scored whether it counts in the total or a subscale
 * @param reversed whether the highest answer counts least
 */
public record Item(
        int number,
        String linkId,
        @JsonSetter(nulls = Nulls.SET) @Nullable String loinc,
        String answers,
        boolean scored,
        boolean reversed,
        String text) {}
