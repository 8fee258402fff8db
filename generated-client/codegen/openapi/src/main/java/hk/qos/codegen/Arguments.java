package hk.qos.codegen;

import java.util.List;

/** Formats arguments: on the line of the call if they fit, else one on each line. */
final class Arguments {
    private static final int WIDTH = 120;
    private static final String INDENT = "                ";

    private Arguments() {}

    /**
     * @param before the length of the line up to the opening parenthesis
     * @param after what follows the last argument on its line
     */
    static String lay(List<String> arguments, int before, String after) {
        String inLine = String.join(", ", arguments);
        if (before + inLine.length() + after.length() <= WIDTH) {
            return inLine;
        }
        StringBuilder lines = new StringBuilder();
        int used = WIDTH;
        for (int i = 0; i < arguments.size(); i++) {
            boolean last = i == arguments.size() - 1;
            String argument = arguments.get(i) + (last ? "" : ",");
            if (used + 1 + argument.length() + (last ? after.length() : 0) > WIDTH) {
                lines.append('\n').append(INDENT).append(argument);
                used = INDENT.length() + argument.length();
            } else {
                lines.append(' ').append(argument);
                used += 1 + argument.length();
            }
        }
        return lines.toString();
    }
}
