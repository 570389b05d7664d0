package org.stepwell.scheduling.group;

import org.stepwell.platform.problem.Rule;

/** Why a group says no. */
public enum GroupRule implements Rule {
    GROUP_FULL("A group has at most as many members as places."),
    GROUP_SIZE("A group has as many places as the rules of its program allow, neither fewer nor more.", 400),
    FEWEST_FIT_IN("The fewest that a session is to have find places in it.", 400),
    GROUP_TAKES_OTHERS("A group takes those it is for."),
    MIX_CAN_BE("There are people whom a group takes.", 400),
    TAG_IS_PUBLISHED("A patient is called, and a group asks for, what the clinic has published."),
    TAG_IN_USE("A tag that a patient or a group has stays published."),
    OTHERS_WAIT("Whoever waits longest for a group gets its next place."),
    WAITS_FOR_WHAT_IS_FULL("Nobody waits for a group that has a place."),
    DOES_NOT_WAIT("Only whoever waits for a group stops waiting for it."),
    WAITS_ALREADY("A patient waits once for a group."),
    ALREADY_A_MEMBER("A patient is a member of a group once at a time in an episode."),
    NOT_A_MEMBER("Only a member leaves a group."),
    LEAVES_NO_LATER("A last day is moved to an earlier day, never to a later one."),
    GROUP_ENDS_NO_LATER("A group's last day is moved to an earlier day, never to a later one."),
    GROUP_ENDED("A group that has ended takes no members and does not end again."),
    CHANGES_WHILE_IT_RUNS("A group changes from today or a later day on, while it runs; what was is not changed.", 400),
    GROUP_KEEPS_ITS_MEMBERS("A group has at least as many places as members."),
    UNITS_ARE_TOLD_APART("The units of a curriculum have different names.", 400),
    ROOM_OR_LINK("A group meets in a room or by a link, not both.", 400),
    SLOT_ENDS_AFTER_IT_STARTS("A slot ends after it starts, on the same day."),
    SLOTS_APART("The slots of a group do not overlap."),
    ENDS_AFTER_IT_STARTS("What has an end ends on or after the day it starts.");

    private static final int CONFLICT = 409;

    private final String sentence;
    private final int status;

    GroupRule(String sentence) {
        this(sentence, CONFLICT);
    }

    GroupRule(String sentence, int status) {
        this.sentence = sentence;
        this.status = status;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public int status() {
        return status;
    }
}
