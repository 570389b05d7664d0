/** Who works at the clinic, and with which credentials. */
@NullMarked
package org.stepwell.scheduling.staff;

import org.jspecify.annotations.NullMarked;
