package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;

/** A day on which a patient was there: the minutes of all its sessions together. */
public record AttendedDay(LocalDate day, EpisodeId episode, int minutes, List<SessionId> sessions) {}
