/** Groups, their weekly slots and members, and the places they have left. */
@NullMarked
package org.stepwell.scheduling.group;

import org.jspecify.annotations.NullMarked;
