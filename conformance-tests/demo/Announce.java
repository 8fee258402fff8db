/** The first line of {@code mvn -q -Pdemo}: Maven itself prints nothing while it downloads and compiles. */
final class Announce {
    private Announce() {}

    public static void main(String[] arguments) {
        System.out.println("demo: compiling the client and the simulator, which takes about half a minute,"
                + " and a minute or two more where Maven has to download the libraries first (45 MB) ...");
    }
}
