package org.stepwell.instruments;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;

/** What counts as response, remission and meaningful change, for an instrument where a high total is bad. */
public record ChangeRule(
        @JsonSetter(nulls = Nulls.SET) @Nullable Integer responseDropPercent,
        @JsonSetter(nulls = Nulls.SET) @Nullable Integer remissionBelow,
        int meaningfulPoints) {

    Change between(int before, int after) {
        int points = after - before;
        // Whole numbers, so that exactly half is half. From zero nobody can respond.
        @Nullable
        Boolean response =
                responseDropPercent == null ? null : before > 0 && -points * 100 >= before * responseDropPercent;
        return new Change(
                points,
                response,
                remissionBelow == null ? null : after < remissionBelow,
                Math.abs(points) >= meaningfulPoints);
    }
}
