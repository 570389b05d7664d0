@NullMarked
package org.stepwell.therapy.counselingnote;

import org.jspecify.annotations.NullMarked;
