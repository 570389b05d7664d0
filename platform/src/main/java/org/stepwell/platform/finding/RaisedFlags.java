package org.stepwell.platform.finding;

import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;

/** What wants to know of each safety flag that another service raised; what is raised here, whoever raises it knows of. */
public interface RaisedFlags {

    /** A flag was raised, and the register has it; the same one may be told more than once. */
    void raised(SafetyChanged flag);
}
