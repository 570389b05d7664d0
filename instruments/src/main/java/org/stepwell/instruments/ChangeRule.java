package org.stepwell.instruments;

/** What counts as response, remission and meaningful change, for an instrument where a high total is bad. */
public record ChangeRule(int responseDropPercent, int remissionBelow, int meaningfulPoints) {

    Change between(int before, int after) {
        int points = after - before;
        // Whole numbers, so that exactly half is half. From zero nobody can respond.
        boolean response = before > 0 && -points * 100 >= before * responseDropPercent;
        return new Change(points, response, after < remissionBelow, Math.abs(points) >= meaningfulPoints);
    }
}
