package org.stepwell.scheduling.telehealth;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.seal.SealedJson;

/** Seals the links by which groups meet, each for its own group: whoever has one is in the room with everybody. */
@Singleton
public class MeetingLinks {

    private static final String PART = "meeting-link";

    private final SealedJson sealed;

    MeetingLinks(SealedJson sealed) {
        this.sealed = sealed;
    }

    /** What is kept of a group's link. */
    public String seal(GroupId group, String link) {
        return sealed.seal(PART, group.value(), link);
    }

    /** The link itself, for those who may have it. */
    public String open(GroupId group, String kept) {
        return sealed.open(PART, group.value(), kept, String.class);
    }
}
