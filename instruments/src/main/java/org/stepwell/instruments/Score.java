package org.stepwell.instruments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filled questionnaire says.
 *
 * @param total null when too many answers are missing, or when the instrument has no total
 * @param band null when there is no total
 * @param prorated the total was scaled up for missing answers
 * @param answered how many scored items were answered
 * @param missing the scored items without an answer
 * @param alerts raised whatever the total, also when there is none
 * @param subscales one each, in the order of the pack
 */
public record Score(
        @Nullable Integer total,
        @Nullable Band band,
        boolean prorated,
        int answered,
        List<Integer> missing,
        List<Alert> alerts,
        List<ScaleScore> subscales) {}
